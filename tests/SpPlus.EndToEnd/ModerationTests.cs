using Microsoft.Playwright;
using SpPlus.EndToEnd.Infrastructure;
using Xunit;

namespace SpPlus.EndToEnd;

/// <summary>The DITP's desk, without JavaScript but where a page is measured.</summary>
[Collection(PlatformCollection.Name)]
public sealed class ModerationTests(Platform platform)
{
    private const string Theo = "dev-ditp-moderation-1";
    private const string Ines = "dev-ditp-moderation-2";

    [Fact]
    public async Task An_experience_is_published_as_sent_for_two_structures()
    {
        var id = await Shared("Un courrier pour deux caisses");
        var moderator = await Moderator(Theo, "/moderation", width: 390);
        await moderator.Sees("Un courrier pour deux caisses");
        await moderator.Sees("à l’instant");
        await moderator.Opens($"/moderation/{id}");

        await moderator.Fills("q", "cpam gironde");
        await moderator.Page.Locator("[name=q]").PressAsync("Enter");
        await moderator.Page.Locator("[name=structure][value=cpam-gironde]").CheckAsync();
        await moderator.Photographs("moderation-recherche-390");
        await moderator.Presses("Publier telle quelle");

        await moderator.Sees("publiée telle quelle.");
        Assert.DoesNotContain(id, new Uri(moderator.Page.Url).AbsolutePath, StringComparison.Ordinal);
        Assert.Equal(0, await moderator.Page.Locator($"[data-queue] a[href='/moderation/{id}']").CountAsync());
        await moderator.Page.GetByRole(AriaRole.Link, new() { Name = $"Expérience {id}" }).ClickAsync();
        await IsTicked(moderator, "caf-gironde", true);
        await IsTicked(moderator, "cpam-gironde", true);
        await moderator.Photographs("moderation-publiee-390");
    }

    [Fact]
    public async Task What_was_edited_is_not_published_in_its_original_words_unseen()
    {
        var id = await Shared("Madame Exemple m’a bien reçue");
        await Looks("/moderation", "moderation-file");
        await Looks($"/moderation/{id}?fait=publier&de={id}", "moderation");

        var moderator = await Moderator(Theo, $"/moderation/{id}");
        await moderator.Page.GetByText("Masquer ou modifier avant de publier").ClickAsync();
        await moderator.Fills("titre", "[…] m’a bien reçue");
        await moderator.Presses("Publier telle quelle");
        await moderator.Sees("Rien n’est publié. « Publier telle quelle »");
        Assert.Equal("[…] m’a bien reçue", await moderator.Page.Locator("[name=titre]").InputValueAsync());
        await moderator.Photographs("moderation-modifiee-1280");

        await moderator.Presses("Publier après modération");
        await moderator.Sees("Ce que l’auteur lira : ce champ est attendu");
        await moderator.Fills("mots", "Nous avons masqué un nom.");
        await moderator.Presses("Publier après modération");
        await moderator.Sees("publiée après modération.");
        await moderator.Opens($"/moderation/{id}");
        Assert.Equal("[…] m’a bien reçue", await moderator.Page.Locator("h1").InnerTextAsync());
    }

    [Fact]
    public async Task A_passage_is_masked_with_one_choice_and_the_author_reads_why()
    {
        var author = await platform.Person(javaScript: false);
        await author.Shares("Mme Exemple m’a bien reçue", ["caf-gironde"]);
        var tracking = new Uri(author.Page.Url).AbsolutePath;
        var id = tracking.Split('/')[2];
        var moderator = await Moderator(Theo, $"/moderation/{id}");
        await moderator.Presses("Publier telle quelle");
        await moderator.Sees("Des passages ressemblent à des données personnelles");
        await moderator.Page.Locator("input[name=tri-0][value=masquer]").CheckAsync();
        await moderator.Fills("passage", "bien reçue");
        await moderator.Presses("Ajouter ce repère");
        Assert.Equal("bien reçue", await moderator.Page.Locator("[name=repere-1]").InputValueAsync());
        await moderator.Photographs("moderation-reperes-1280");
        await moderator.Presses("Publier après modération");
        await moderator.Sees("publiée après modération.");

        await author.Opens($"/experiences/{id}");
        Assert.Equal("[…] m’a […]", (await author.Page.Locator("h1").InnerTextAsync()).Replace(" passage masqué", "", StringComparison.Ordinal));
        await author.Opens(tracking);
        await author.Sees("Des passages ont été masqués");
        Assert.DoesNotContain("Mme Exemple", await author.Page.ContentAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Single_keys_sort_the_passages_and_bring_the_right_button_near()
    {
        var id = await Shared("Mme Exemple et M. Exemplaire ont répondu");
        var (first, second) = (await platform.Person(), await platform.Person());
        await first.SignsInAs(Theo, $"/moderation/{id}");
        await second.SignsInAs(Ines, $"/moderation/{id}");
        await first.Sees("Inès");
        await first.Sees("La première décision l’emportera");
        await first.Photographs("moderation-a-deux-1280");

        await first.Page.Keyboard.PressAsync("m");
        await first.Page.Keyboard.PressAsync("g");
        await first.Sees("Tous les repères sont tranchés.");
        Assert.True(await first.Page.Locator("input[name=tri-0][value=masquer]").IsCheckedAsync());
        Assert.True(await first.Page.Locator("input[name=tri-1][value=garder]").IsCheckedAsync());
        await first.Page.Keyboard.PressAsync("p");
        Assert.Equal("moderer", await first.Page.EvaluateAsync<string>("document.activeElement.value"));
        await first.Page.Keyboard.PressAsync("Enter");
        await first.Sees("publiée après modération.");

        await second.Sees("Publiée après modération par Théo M.");
        await second.Page.WaitForFunctionAsync("id => !document.querySelector(`[data-queue] a[href='/moderation/${id}']`)", id);
    }

    [Fact]
    public async Task An_experience_is_rejected_with_a_reason()
    {
        var id = await Shared("Achetez mes tapis");
        var moderator = await Moderator(Ines, $"/moderation/{id}");
        await moderator.Presses("Rejeter et dire pourquoi…");
        await moderator.Page.Locator("[name=mots-rejet]").FocusAsync();
        await moderator.Page.Keyboard.PressAsync("Tab");
        await moderator.Page.Keyboard.PressAsync("Enter");
        await moderator.Sees("Motif : ce champ est attendu");
        await moderator.Page.Locator("[name=motif]").SelectOptionAsync("advertising");
        await moderator.Fills("mots-rejet", "Racontez-nous plutôt une démarche.");
        await moderator.Presses("Rejeter cette expérience");
        await moderator.Sees("rejetée ; son auteur en est informé.");
        await moderator.Opens($"/moderation/{id}");
        await moderator.Sees("Publicité ou sollicitation commerciale");
    }

    [Fact]
    public async Task Who_comes_second_keeps_what_was_typed_and_sees_what_was_decided()
    {
        var id = await Shared("Deux personnes pour un récit");
        var (theo, ines) = (await Moderator(Theo, $"/moderation/{id}"), await Moderator(Ines, $"/moderation/{id}"));
        await ines.Page.GetByText("Masquer ou modifier avant de publier").ClickAsync();
        await ines.Fills("titre", "Un titre sans personne");
        await ines.Fills("mots", "Nous avons changé le titre.");
        await theo.Presses("Publier telle quelle");
        await theo.Sees("publiée telle quelle.");

        await ines.Presses("Publier après modération");
        await ines.Sees("Cette expérience a déjà été publiée par Théo M.");
        Assert.Equal("Un titre sans personne", await ines.Page.Locator("#titre").InputValueAsync());
        Assert.Equal("Nous avons changé le titre.", await ines.Page.Locator("#mots").InputValueAsync());
        Assert.Equal("Deux personnes pour un récit", await ines.Page.Locator("h1").InnerTextAsync());
        await ines.Photographs("moderation-seconde-1280");

        await theo.Opens($"/moderation/{id}");
        await ines.Opens($"/moderation/{id}");
        await Adds(theo, "cpam gironde", "cpam-gironde");
        await Adds(ines, "drfip gironde", "drfip-gironde");
        await theo.Presses("Enregistrer les structures");
        await theo.Sees("les structures concernées sont enregistrées.");
        await ines.Presses("Enregistrer les structures");
        await ines.Sees("Les structures ont changé depuis que vous avez ouvert cette page.");
        await ines.Sees("Changées par Théo M.");
        await ines.Photographs("moderation-acheminement-1280");
        await Adds(ines, "cpam gironde", "cpam-gironde");
        await ines.Presses("Remplacer par les structures cochées");
        await ines.Sees("les structures concernées sont enregistrées.");
        await ines.Opens($"/moderation/{id}");
        foreach (var structure in (string[])["caf-gironde", "cpam-gironde", "drfip-gironde"]) await IsTicked(ines, structure, true);
    }

    [Fact]
    public async Task Who_does_not_moderate_finds_no_such_pages()
    {
        var agent = await platform.Person(javaScript: false);
        await agent.SignsInAs("dev-caf-agent");
        foreach (var path in (string[])["/moderation", "/moderation/suivante", "/moderation/00000-00000"]) Assert.Equal(404, await agent.StatusOf(path));
    }

    private static async Task Adds(Person moderator, string words, string structure)
    {
        await moderator.Fills("q", words);
        await moderator.Page.Locator("[name=q]").PressAsync("Enter");
        await moderator.Page.Locator($"[name=structure][value={structure}]").CheckAsync();
    }

    private static async Task IsTicked(Person moderator, string structure, bool expected) => Assert.Equal(
        expected, await moderator.Page.Locator($"[type=checkbox][name=structure][value={structure}]").IsCheckedAsync());

    private async Task<Person> Moderator(string subject, string path, int width = 1280)
    {
        var moderator = await platform.Person(javaScript: false, width);
        await moderator.SignsInAs(subject, path);
        return moderator;
    }

    private async Task Looks(string path, string name)
    {
        var moderator = await platform.Person();
        await moderator.SignsInAs(Theo, "/moderation");
        await moderator.Opens(path);
        await moderator.Looks(name);
    }

    private Task<string> Shared(string title) => platform.Shared(title, "caf-gironde");
}
