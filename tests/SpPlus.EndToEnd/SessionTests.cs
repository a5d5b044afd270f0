using Microsoft.Playwright;
using SpPlus.EndToEnd.Infrastructure;
using Xunit;

namespace SpPlus.EndToEnd;

[Collection(PlatformCollection.Name)]
public sealed class SessionTests(Platform platform)
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Signing_out_passes_by_the_provider_and_the_next_person_says_who_they_are(bool javaScript)
    {
        var agent = await platform.Person(javaScript);
        await agent.SignsInAs("dev-caf-agent");
        var visited = new List<string>();
        agent.Page.Request += (_, request) => visited.Add(request.Url);
        await agent.Presses("Se déconnecter");
        await agent.Sees("Vous êtes déconnecté.");
        Assert.Contains(visited, url => url.Contains("/connect/endsession?", StringComparison.Ordinal) && url.Contains("id_token_hint=", StringComparison.Ordinal));
        await agent.Page.GotoAsync("/agents");
        await Assertions.Expect(agent.Page.Locator("button[name=persona]").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_comment_outlives_the_session_without_JavaScript()
    {
        var agent = await platform.Person(javaScript: false);
        await agent.SignsInAs("dev-caf-agent", "/agents?statut=toutes");
        await agent.Page.Locator(".sp-list .t a").First.ClickAsync();
        await agent.Fills("commentaire", "Une ligne.\nPuis une <b>autre</b>.");
        await agent.Page.Context.ClearCookiesAsync();
        await agent.Presses("Commenter");
        await agent.Sees("Votre session a expiré.");
        await agent.Photographs("session-expiree-1280");

        var tab = await agent.Page.Context.RunAndWaitForPageAsync(() => agent.Page.GetByRole(AriaRole.Link, new() { Name = "Connectez-vous dans un nouvel onglet" }).ClickAsync());
        await tab.Locator("button[name=persona][value=dev-caf-agent]").ClickAsync();
        await Assertions.Expect(tab.GetByText("Fermez cet onglet")).ToBeVisibleAsync();
        await tab.CloseAsync();

        await agent.Presses("Continuer avec ce texte");
        await agent.Sees("Vous êtes connecté en tant que");
        await agent.Photographs("page-expiree-1280");
        await agent.Presses("Envoyer");
        await agent.Sees("Le commentaire est ajouté.");
        await agent.Sees("Puis une <b>autre</b>.");
    }
}
