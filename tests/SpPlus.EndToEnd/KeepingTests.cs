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
        var id = await platform.Published("Un texte hors ligne", "caf-gironde", "cpam-gironde");
        var agent = await platform.Agent("dev-caf-agent", id, javaScript: true);
        await agent.Page.RouteAsync(Asked, route => route.AbortAsync());
        await agent.Fills("texte", "Un texte sans réseau");
        await Assertions.Expect(agent.Page.Locator(".state [data-kept]")).ToContainTextAsync("Pas encore gardé");
        await agent.Opens($"/agents/experiences/{id}");
        await Assertions.Expect(agent.Page.Locator("[name=texte]")).ToHaveValueAsync("Un texte sans réseau");
        await agent.Page.UnrouteAsync(Asked);
        await Assertions.Expect(agent.Page.Locator(".state [data-kept]")).ToContainTextAsync("Gardé à", new() { Timeout = 30_000 });
        await agent.Page.Context.CloseAsync();
    }
}
