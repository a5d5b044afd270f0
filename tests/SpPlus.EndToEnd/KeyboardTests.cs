using Microsoft.Playwright;
using SpPlus.EndToEnd.Infrastructure;
using Xunit;

namespace SpPlus.EndToEnd;

/// <summary>The keyboard map of the workbench, and its switch (WCAG 2.1.4).</summary>
[Collection(PlatformCollection.Name)]
public sealed class KeyboardTests(Platform platform)
{
    [Fact]
    public async Task Single_keys_lead_to_the_parts_of_the_workbench_outside_of_fields_and_can_be_turned_off()
    {
        var id = await platform.Published("Un dossier au clavier", "caf-gironde", "cpam-gironde");
        var agent = await platform.Agent("dev-caf-agent", id, javaScript: true);
        await Expect(agent, "e", "[name=texte]");
        await agent.Page.Keyboard.PressAsync("c");
        Assert.Equal("c", await agent.Page.Locator("[name=texte]").InputValueAsync());
        await agent.Page.Locator("[name=texte]").FillAsync("");
        await Leave(agent);
        await Expect(agent, "q", "#canaux summary");
        await Leave(agent);
        await agent.Page.Keyboard.PressAsync("?");
        await Assertions.Expect(agent.Page.Locator("#aide-clavier")).ToBeVisibleAsync();
        await agent.Looks("aide-clavier-dialogue");
        await agent.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(agent.Page.Locator("#aide-clavier")).ToBeHiddenAsync();

        await Leave(agent);
        await Expect(agent, "c", "[name=commentaire]");
        await agent.Page.Keyboard.TypeAsync("Envoyé sans souris");
        await agent.Page.Keyboard.PressAsync("Control+Enter");
        await agent.Sees("Le commentaire est ajouté.");

        await agent.Opens("/agents/aide-clavier");
        await agent.Presses("Désactiver les touches seules");
        await agent.Sees("Les touches seules sont désactivées");
        await agent.Looks("aide-clavier");
        await agent.Opens($"/agents/experiences/{id}");
        await agent.Page.Keyboard.PressAsync("e");
        await Assertions.Expect(agent.Page.Locator("[name=texte]")).Not.ToBeFocusedAsync();
        await agent.Page.Context.CloseAsync();
    }

    [Fact]
    public async Task Single_keys_lead_to_the_search_of_the_inbox_and_through_its_list()
    {
        string[] titles = ["Un ascenseur en panne, au matin", "Un ascenseur en panne, au soir"];
        foreach (var title in titles) await platform.Published(title, "caf-gironde");
        var agent = await platform.Person();
        await agent.SignsInAs("dev-caf-agent");
        foreach (var title in titles) await agent.Awaits("/agents?statut=toutes&cherche=ascenseur", title);
        await Expect(agent, "/", "[name=cherche]");
        Assert.Equal("ascenseur", await agent.Page.Locator("[name=cherche]").First.InputValueAsync());
        await agent.Page.Keyboard.PressAsync("j");
        Assert.Equal("jascenseur", await agent.Page.Locator("[name=cherche]").First.InputValueAsync());

        await Leave(agent);
        foreach (var (key, at) in ((string, int)[])[("j", 0), ("j", 1), ("j", 1), ("k", 0), ("k", 0), ("j", 1)])
        {
            await agent.Page.Keyboard.PressAsync(key);
            await Assertions.Expect(agent.Page.Locator(".sp-list .t a").Nth(at)).ToBeFocusedAsync();
        }

        var second = await agent.Page.Locator(".sp-list .t a").Nth(1).InnerTextAsync();
        await agent.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(agent.Page.Locator("h1")).ToHaveTextAsync(second);
        await agent.Page.Context.CloseAsync();
    }

    [Fact]
    public async Task Without_JavaScript_the_help_is_a_page()
    {
        var agent = await platform.Person(javaScript: false);
        await agent.SignsInAs("dev-caf-agent");
        await agent.Page.GetByRole(AriaRole.Link, new() { Name = "Clavier", Exact = true }).ClickAsync();
        await agent.Sees("Aller au texte de la réponse");
        await agent.Presses("Désactiver les touches seules");
        await agent.Presses("Activer les touches seules");
        await agent.Sees("Les touches seules sont actives");
        await agent.Page.Context.CloseAsync();
    }

    private static async Task Expect(Person agent, string key, string focused)
    {
        await agent.Page.Keyboard.PressAsync(key);
        await Assertions.Expect(agent.Page.Locator(focused).First).ToBeFocusedAsync();
    }

    private static async Task Leave(Person agent) => await agent.Page.EvaluateAsync("() => document.activeElement.blur()");
}
