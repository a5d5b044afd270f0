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
        // What other journeys left unanswered may fill the first page.
        await agent.Opens("/agents?statut=a-repondre&cherche=parapluie");
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
        Assert.True(await agent.Page.Locator(".sp-list > li").CountAsync() > 1);
        Assert.Equal(0, await Chips(agent).CountAsync());

        await agent.Opens("/agents?statut=a-repondre&cherche=" + id.ToLowerInvariant());
        await Assertions.Expect(agent.Page.Locator(".sp-list > li")).ToHaveCountAsync(1);
        Assert.Equal(200, await agent.StatusOf("/agents?statut=%00&age=x&canal='&ressenti=&ressenti=9&tag=%F0%9F&apres=~~&cherche=%00%ED%A0%BD%27"));
    }

    [Fact]
    public async Task Filters_are_kept_under_a_name_found_again_renamed_and_deleted_without_scripts()
    {
        var agent = await platform.Person(javaScript: false);
        await agent.SignsInAs("dev-cpam-agent");
        Assert.False(await agent.Offers("Enregistrer ces filtres"));
        await agent.Opens("/agents?statut=a-traiter&ressenti=negatif&age=plus-de-72-h");
        await agent.Presses("Enregistrer ces filtres");
        await agent.Sees("Donnez un nom au filtre.");
        await agent.Fills("nom", "Anciennes <b>négatives</b>");
        await agent.Presses("Enregistrer ces filtres");
        await agent.Sees("Les filtres sont enregistrés.");
        await agent.Opens("/agents");
        await agent.Page.GetByRole(AriaRole.Link, new() { Name = "Anciennes <b>négatives</b>" }).ClickAsync();
        Assert.Equal("?statut=a-traiter&age=plus-de-72-h&ressenti=negatif", new Uri(agent.Page.Url).Query);
        await agent.Photographs("boite-filtre-garde-1280");
        await agent.Page.GetByText("Renommer ou supprimer").ClickAsync();
        await agent.Fills("nouveau", "Anciennes");
        await agent.Presses("Renommer");
        await agent.Sees("Le filtre est renommé.");
        await agent.Page.GetByText("Renommer ou supprimer").ClickAsync();
        await agent.Presses("Supprimer");
        await agent.Sees("Le filtre est supprimé.");
        Assert.Equal(0, await agent.Page.GetByRole(AriaRole.Link, new() { Name = "Anciennes" }).CountAsync());
    }

    [Fact]
    public async Task One_comes_back_to_the_same_list_at_the_same_item_and_goes_on_to_the_next()
    {
        string[] ids = [.. await Task.WhenAll(Enumerable.Range(1, 3).Select(i => platform.Published($"Un quai fermé, le jour {i}", "cpam-gironde", "drfip-gironde")))];
        var agent = await platform.Person(javaScript: false);
        await agent.SignsInAs("dev-cpam-agent");
        await agent.Opens("/agents?statut=a-traiter&ressenti=negatif&cherche=quai fermé");
        var shown = await agent.Page.Locator(".sp-list h3.t").AllInnerTextsAsync();
        Assert.Equal(ids.Length, shown.Count);
        await agent.Page.Locator(".sp-list .t a").First.ClickAsync();
        await agent.Sees("1 sur 3");
        await agent.Page.GetByRole(AriaRole.Link, new() { Name = "Suivante" }).ClickAsync();
        await agent.Sees("2 sur 3");
        await Assertions.Expect(agent.Page.Locator("h1")).ToHaveTextAsync(shown[1]);
        await agent.Photographs("boite-place-1280");
        await agent.Fills("commentaire", "Nous rappelons le quai.");
        await agent.Presses("Commenter");
        await agent.Sees("Le commentaire est ajouté.");
        await agent.Sees("2 sur 3");
        await agent.Page.Locator(".sp-xp").GetByRole(AriaRole.Link, new() { Name = "Boîte de réception" }).ClickAsync();
        Assert.Equal("?statut=a-traiter&ressenti=negatif&cherche=quai%20ferm%C3%A9", new Uri(agent.Page.Url).Query);
        await Assertions.Expect(agent.Page.Locator(".sp-list > li:target h3.t")).ToHaveTextAsync(shown[1]);

        Assert.Equal(200, await agent.StatusOf($"/agents/experiences/{ids[0]}?structure=cpam-gironde&liste=https://ailleurs.exemple/%00%0d%0a'"));
        Assert.Matches(@"^/agents\?statut=a-repondre(&apres=[^&#]+)?#", await agent.Page.Locator(".sp-xp .line a").First.GetAttributeAsync("href"));
    }

    [Fact]
    public async Task Several_experiences_are_tagged_and_assigned_at_once_and_each_refusal_is_told()
    {
        var one = await platform.Published("Un formulaire introuvable, page une", "drfip-gironde", "cpam-gironde");
        var two = await platform.Published("Un formulaire introuvable, page deux", "drfip-gironde", "cpam-gironde");
        var refuser = await platform.Agent("dev-drfip-agent", two);
        await refuser.Opens($"/agents/experiences/{two}/transfert?structure=drfip-gironde");
        await refuser.Fills("motif", "Ce formulaire n’est pas le nôtre.");
        await refuser.Presses("Déclarer non concernée");
        await refuser.Sees("La structure est déclarée non concernée.");

        var agent = await platform.Person(javaScript: false);
        await agent.SignsInAs("dev-drfip-agent");
        await agent.Opens("/agents?statut=toutes&cherche=formulaire introuvable");
        await agent.Page.GetByText("Agir sur la sélection").ClickAsync();
        await agent.Presses("Ajouter ce tag");
        await agent.Sees("Cochez au moins une expérience");
        await Choose(agent, one, two);
        await agent.Page.Locator(".sp-bulk select[name=tag]").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await agent.Page.Locator(".sp-bulk select[name=ressenti]").SelectOptionAsync("3");
        await agent.Presses("Ajouter ce tag");
        await agent.Sees("Le tag est ajouté à 2 expériences.");

        await Choose(agent, one, two);
        await agent.Page.Locator(".sp-bulk select[name=a-qui]").SelectOptionAsync("dev-drfip-agent");
        await agent.Presses("Attribuer");
        await agent.Sees("L’attribution d’une expérience est enregistrée.");
        await agent.Sees("Une expérience n’a pas changé.");
        await Assertions.Expect(agent.Page.Locator("#selection-refusee")).ToContainTextAsync(two);
        await agent.Photographs("boite-lot-1280");
        var tag = await agent.Page.Locator(".sp-filters select[name=tag] option").Nth(1).GetAttributeAsync("value");
        for (var attempt = 0; await agent.Page.Locator(".sp-list > li").CountAsync() != 1 && attempt < 40; attempt++)
            await agent.Opens($"/agents?statut=a-repondre&moi=oui&tag={tag}");
        await agent.Sees("Un formulaire introuvable, page une");
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

    private static async Task Choose(Person person, params string[] experiences)
    {
        foreach (var id in experiences) await person.Page.Locator($"[name=choix][value^='{id}']").CheckAsync();
        if (await person.Page.Locator("#selection").GetAttributeAsync("open") is null) await person.Page.GetByText("Agir sur la sélection").ClickAsync();
    }

    private static ILocator Chips(Person person) => person.Page.Locator(".sp-active .sp-chip");
}
