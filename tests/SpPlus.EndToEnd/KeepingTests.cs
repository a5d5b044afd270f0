using Microsoft.Playwright;
using SpPlus.EndToEnd.Infrastructure;
using Xunit;

namespace SpPlus.EndToEnd;

/// <summary>RESP-2: what is typed is kept while it is typed.</summary>
[Collection(PlatformCollection.Name)]
public sealed class KeepingTests(Platform platform)
{
    private const string Asked = "**/saisie";

    [Fact]
    public async Task A_text_is_kept_a_second_after_the_last_key_and_is_there_when_the_page_is_opened_again()
    {
        var id = await platform.Published("Un texte que l’on quitte", "caf-gironde", "cpam-gironde");
        var agent = await platform.Agent("dev-caf-agent", id, javaScript: true);
        await agent.Fills("texte", "Un texte jamais enregistré");
        await Assertions.Expect(agent.Page.Locator(".state [data-kept]")).ToContainTextAsync("Gardé à");
        await agent.Opens($"/agents/experiences/{id}");
        Assert.Equal("Un texte jamais enregistré", await agent.Page.Locator("[name=texte]").InputValueAsync());
        await agent.Page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_text_that_the_server_could_not_keep_is_said_so_and_stays_in_the_tab()
    {
        var (id, agent) = await TypesOffline("Un texte hors ligne", "Un texte sans réseau");
        await agent.Opens($"/agents/experiences/{id}");
        await Assertions.Expect(agent.Page.Locator("[name=texte]")).ToHaveValueAsync("Un texte sans réseau");
        await agent.Page.UnrouteAsync(Asked);
        await Assertions.Expect(agent.Page.Locator(".state [data-kept]")).ToContainTextAsync("Gardé à", new() { Timeout = 30_000 });
        await agent.Page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_text_from_the_tab_is_merged_with_what_a_colleague_saved_meanwhile()
    {
        var (id, agent) = await TypesOffline("Un texte repris trop tard", "Le texte resté dans l’onglet");
        var colleague = await platform.Agent("dev-caf-super-agent", id);
        await colleague.Fills("texte", "Le texte de la collègue");
        await colleague.Posts("brouillon");
        await agent.Opens($"/agents/experiences/{id}");
        await Assertions.Expect(agent.Page.Locator("[name=texte]")).ToHaveValueAsync("Le texte resté dans l’onglet");
        await agent.Presses("Enregistrer");
        await Assertions.Expect(agent.Page.Locator("#fusion")).ToContainTextAsync("Le texte de la collègue");
        await Assertions.Expect(agent.Page.Locator("[name=texte]")).ToHaveValueAsync("Le texte resté dans l’onglet");
        foreach (var person in new[] { agent, colleague }) await person.Page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_text_in_the_tab_is_not_given_to_whoever_signs_in_next()
    {
        var (id, agent) = await TypesOffline("Un poste partagé", "Les mots de Camille");
        await agent.Page.Locator("form[action='/deconnexion'] button").ClickAsync();
        await agent.Page.WaitForURLAsync(url => !url.Contains("/agents/", StringComparison.Ordinal));
        await agent.SignsInAs("dev-caf-super-agent", $"/agents/experiences/{id}");
        await agent.Page.WaitForFunctionAsync("() => Object.keys(sessionStorage).every(key => !key.startsWith('saisie'))");
        await Assertions.Expect(agent.Page.Locator("[name=texte]")).ToHaveValueAsync("");
        await agent.Page.Context.CloseAsync();
    }

    private async Task<(string Id, Person Agent)> TypesOffline(string title, string text)
    {
        var id = await platform.Published(title, "caf-gironde", "cpam-gironde");
        var agent = await platform.Agent("dev-caf-agent", id, javaScript: true);
        await agent.Page.RouteAsync(Asked, route => route.AbortAsync());
        await agent.Fills("texte", text);
        await Assertions.Expect(agent.Page.Locator(".state [data-kept]")).ToContainTextAsync("Pas encore gardé");
        return (id, agent);
    }
}
