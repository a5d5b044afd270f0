using Microsoft.Playwright;
using SpPlus.EndToEnd.Infrastructure;
using Xunit;

namespace SpPlus.EndToEnd;

/// <summary>The agents' inbox: everything by forms and links; scripts only add keys.</summary>
[Collection(PlatformCollection.Name)]
public sealed class InboxTests(Platform platform)
{
    [Fact]
    public async Task An_inbox_is_searched_filtered_and_unfiltered_without_scripts()
    {
        var id = await platform.Published("Une boussole égarée au guichet", "caf-gironde", "cpam-gironde");
        await platform.Published("Un parapluie rendu le jour même", "caf-gironde");
        var agent = await platform.Person(javaScript: false);
        await agent.SignsInAs("dev-caf-agent");
        await agent.Sees("Un parapluie rendu");
        await agent.Fills("cherche", "BOUSSOLES egarees");
        await agent.Presses("Chercher");
        await agent.Sees("Une boussole égarée au guichet");
        Assert.Equal(0, await agent.Page.GetByText("Un parapluie rendu").CountAsync());
        await agent.Photographs("boite-recherche-1280");

        await agent.Page.Locator(".sp-filters [type=checkbox][name=ressenti][value=negatif]").CheckAsync();
        await agent.Page.Locator(".sp-filters [type=radio][name=age][value=moins-de-48-h]").CheckAsync();
        await agent.Presses("Appliquer");
        await agent.Sees("Une boussole égarée au guichet");
        Assert.Equal(3, await Chips(agent).CountAsync());
        Assert.Contains("cherche=BOUSSOLES", agent.Page.Url, StringComparison.Ordinal);
        await agent.Page.Locator(".sp-filters [type=checkbox][name=ressenti][value=negatif]").UncheckAsync();
        await agent.Page.Locator(".sp-filters [type=checkbox][name=ressenti][value=positif]").CheckAsync();
        await agent.Presses("Appliquer");
        await agent.Sees("Rien ne correspond à ces filtres");
        await agent.Photographs("boite-rien-1280");

        await Chips(agent).Filter(new() { HasText = "Positif" }).ClickAsync();
        await agent.Sees("Une boussole égarée au guichet");
        await agent.Page.GetByText("Tout retirer").ClickAsync();
        await agent.Sees("Un parapluie rendu");
        Assert.Equal(0, await Chips(agent).CountAsync());

        await agent.Opens("/agents?statut=a-repondre&cherche=" + id.ToLowerInvariant());
        await Assertions.Expect(agent.Page.Locator(".sp-list > li")).ToHaveCountAsync(1);
        Assert.Equal(200, await agent.StatusOf("/agents?statut=%00&age=x&canal='&ressenti=&ressenti=9&tag=%F0%9F&apres=~~&cherche=%00%ED%A0%BD%27"));
    }

    [Fact]
    public async Task The_inbox_is_readable_by_everybody()
    {
        await platform.Published("Un escalier sans rampe", "caf-gironde", "cpam-gironde");
        var agent = await platform.Person();
        await agent.SignsInAs("dev-caf-agent");
        await agent.Looks("boite");
        await agent.Opens("/agents?statut=toutes&ressenti=negatif&ressenti=positif&age=moins-de-48-h&canal=phone&moi=oui");
        await agent.Looks("boite-filtree");
    }

    private static ILocator Chips(Person person) => person.Page.Locator(".sp-active .sp-chip");
}
