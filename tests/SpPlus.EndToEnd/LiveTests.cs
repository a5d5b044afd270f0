using System.Diagnostics;
using Microsoft.Playwright;
using SpPlus.EndToEnd.Infrastructure;
using Xunit;

namespace SpPlus.EndToEnd;

/// <summary>COMM-2: two administrations have one experience open, each in a browser of its own.</summary>
[Collection(PlatformCollection.Name)]
public sealed class LiveTests(Platform platform)
{
    [Fact]
    public async Task A_comment_appears_without_a_reload_in_less_than_a_second()
    {
        var id = await platform.Published("Un dossier ouvert par deux agents", "caf-gironde", "cpam-gironde");
        var (caf, cpam) = (await platform.Agent("dev-caf-agent", id, javaScript: true), await platform.Agent("dev-cpam-agent", id, javaScript: true));
        await Here(caf, "Malik S.");
        await Here(cpam, "Camille D.");
        await caf.Fills("texte", "Un texte en cours");

        await cpam.Fills("commentaire", "Qui répond en premier ?");
        // Both pages note the moment by the same clock: the machine's.
        await caf.Page.EvaluateAsync(
            "() => new MutationObserver(() => window.shownAt ??= Date.now()).observe(document.querySelector('[data-live=commentaires]'), { childList: true })");
        await cpam.Page.EvaluateAsync("() => addEventListener('submit', () => sessionStorage.setItem('sentAt', Date.now()))");
        await cpam.Posts("commentaire");
        await caf.Sees("Qui répond en premier ?");
        var took = await caf.Page.EvaluateAsync<long>("() => window.shownAt") - long.Parse(await cpam.Page.EvaluateAsync<string>("() => sessionStorage.getItem('sentAt')"), System.Globalization.CultureInfo.InvariantCulture);
        Assert.InRange(took, 0, 1_000);
        Assert.Equal("Un texte en cours", await caf.Page.Locator("[name=texte]").InputValueAsync());
        await caf.Page.Context.CloseAsync();
        await cpam.Page.Context.CloseAsync();
    }

    [Fact]
    public async Task People_see_who_looks_and_who_writes_and_whoever_leaves_is_gone_within_fifteen_seconds()
    {
        var id = await platform.Published("Un dossier que l’on quitte", "caf-gironde", "cpam-gironde");
        var (caf, cpam) = (await platform.Agent("dev-caf-agent", id, javaScript: true), await platform.Agent("dev-cpam-agent", id, javaScript: true));
        await Here(caf, "Malik S.", "regarde");
        await Here(cpam, "Camille D.", "regarde");
        await Assertions.Expect(caf.Page.Locator("#presence")).Not.ToContainTextAsync("Camille D.");

        await cpam.Page.Locator("[name=texte]").FocusAsync();
        await Here(caf, "Malik S.", "rédige la réponse");
        await cpam.Page.Locator("[name=commentaire]").FocusAsync();
        await Here(caf, "Malik S.", "écrit un commentaire");
        await caf.Looks("banc-direct");

        var clock = Stopwatch.StartNew();
        await cpam.Page.Context.CloseAsync();
        await Assertions.Expect(caf.Page.Locator("#presence")).Not.ToContainTextAsync("Malik S.", new() { Timeout = 30_000 });
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(15));
        await caf.Page.Context.CloseAsync();
    }

    [Fact]
    public async Task What_others_publish_and_qualify_appears_and_nothing_that_somebody_writes_is_touched()
    {
        var id = await platform.Published("Un dossier où tout bouge", "caf-gironde", "cpam-gironde");
        var (caf, cpam) = (await platform.Agent("dev-caf-agent", id, javaScript: true), await platform.Agent("dev-cpam-agent", id));
        var witness = await platform.Agent("dev-cpam-super-agent", id, javaScript: true);
        await Here(caf, "Élodie V.");
        await witness.Page.Context.CloseAsync();
        await caf.Fills("texte", "Un texte qui reste");
        await caf.Page.Locator("#canaux summary").ClickAsync();
        await cpam.Page.Locator("#tags summary").ClickAsync();
        await cpam.Page.Locator("#tags select").First.SelectOptionAsync("3");
        await cpam.Posts("tags");
        await Assertions.Expect(caf.Page.Locator("#tags select").First).ToHaveValueAsync("3");
        await Assertions.Expect(caf.Page.Locator("[data-live=historique]")).ToContainTextAsync("Tags généraux qualifiés");

        await cpam.Fills("texte", "Notre réponse");
        await cpam.Posts("brouillon");
        await Assertions.Expect(caf.Page.Locator("[data-live=structures]")).ToContainTextAsync("En cours");
        Assert.Equal("Un texte qui reste", await caf.Page.Locator("[name=texte]").InputValueAsync());
        Assert.True(await caf.Page.Locator("#canaux").EvaluateAsync<bool>("fold => fold.open"));

        var colleague = await platform.Agent("dev-caf-super-agent", id);
        await colleague.Fills("texte", "Le texte d’une collègue");
        await colleague.Posts("brouillon");
        await caf.Sees("Cette partie a changé entre-temps.");
        Assert.Equal("Un texte qui reste", await caf.Page.Locator("[name=texte]").InputValueAsync());
        await caf.Looks("banc-direct-change");
        foreach (var person in new[] { caf, cpam, colleague }) await person.Page.Context.CloseAsync();
    }

    [Fact]
    public async Task Without_JavaScript_the_page_says_what_others_did_since_it_was_opened()
    {
        var id = await platform.Published("Un dossier sans script", "caf-gironde", "cpam-gironde");
        var (caf, cpam) = (await platform.Agent("dev-caf-agent", id), await platform.Agent("dev-cpam-agent", id));
        foreach (var text in new[] { "Un premier mot.", "Un second." })
        {
            await cpam.Fills("commentaire", text);
            await cpam.Posts("commentaire");
        }

        await cpam.Fills("texte", "Notre réponse");
        await cpam.Posts("brouillon");
        await Assertions.Expect(cpam.Page.GetByText("Depuis l’ouverture de cette page")).Not.ToBeVisibleAsync();

        await caf.Fills("commentaire", "Et de notre côté ?");
        await caf.Posts("commentaire");
        await Assertions.Expect(caf.Page.GetByText("Depuis l’ouverture de cette page")).ToContainTextAsync("2 commentaires, CPAM de la Gironde : brouillon enregistré.");
        await caf.Photographs("banc-depuis-1280");
        await caf.Page.GetByRole(AriaRole.Link, new() { Name = "2 commentaires" }).ClickAsync();
        foreach (var person in new[] { caf, cpam }) await person.Page.Context.CloseAsync();
    }

    private static Task Here(Person person, string other, string does = "") =>
        Assertions.Expect(person.Page.Locator("#presence span", new() { HasText = other }).First).ToContainTextAsync(does);
}
