using Microsoft.Playwright;
using SpPlus.EndToEnd.Infrastructure;
using Xunit;

namespace SpPlus.EndToEnd;

/// <summary>COMM-2: what comes while somebody presses a button or stands on one takes neither away from them.</summary>
[Collection(PlatformCollection.Name)]
public sealed class PressTests(Platform platform)
{
    [Fact]
    public async Task A_button_that_is_held_while_the_text_is_being_kept_does_what_it_says()
    {
        var id = await platform.Published("Un bouton que l’on presse", "caf-gironde", "cpam-gironde");
        var caf = await platform.Agent("dev-caf-agent", id, javaScript: true);
        await caf.Fills("texte", "Un texte gardé pendant que l’on presse");
        await caf.Page.RunAndWaitForResponseAsync(() => Holds(caf, "form[action$='/brouillon'] button:not([formaction])"), answer => answer.Url.EndsWith("/saisie", StringComparison.Ordinal));
        await Drawn(caf);
        await caf.Page.Mouse.UpAsync();
        await caf.Arrives(url => url.Query.Contains("fait=brouillon", StringComparison.Ordinal));
        await caf.Page.Context.CloseAsync();
    }

    [Fact]
    public async Task What_others_do_shows_once_a_held_button_is_let_go_and_the_button_does_what_it_says()
    {
        await using var both = await TwoAgents.Follow(platform, "Une page relue pendant que l’on presse");
        var caf = both.Caf;
        await Holds(caf, "#tags summary");
        await caf.Page.RunAndWaitForResponseAsync(both.CpamTags, answer => both.IsPage(answer.Url));
        await Drawn(caf);
        await caf.Page.Mouse.UpAsync();
        await Assertions.Expect(caf.Page.Locator("#tags select").First).ToBeVisibleAsync();
        await Assertions.Expect(caf.Page.Locator("#tags select").First).ToHaveValueAsync("3");
    }

    [Fact]
    public async Task Whoever_stands_on_a_control_by_keyboard_still_does_when_others_have_changed_it()
    {
        await using var both = await TwoAgents.Follow(platform, "Une page relue sous le clavier");
        var caf = both.Caf;
        await caf.Page.Locator("#tags summary").FocusAsync();
        await both.CpamTags();
        await Assertions.Expect(caf.Page.Locator("#tags select").First).ToHaveValueAsync("3");
        await caf.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(caf.Page.Locator("#tags select").First).ToBeVisibleAsync();
    }

    private static async Task Holds(Person person, string selector)
    {
        await person.Page.Locator(selector).HoverAsync();
        await person.Page.Mouse.DownAsync();
    }

    /// <summary>Returns once the page has shown what its scripts had for it.</summary>
    private static async Task Drawn(Person person) =>
        await person.Page.EvaluateAsync("() => new Promise(done => setTimeout(() => requestAnimationFrame(() => requestAnimationFrame(done)), 200))");
}
