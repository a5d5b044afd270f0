using Microsoft.Playwright;
using SpPlus.EndToEnd.Infrastructure;
using Xunit;

namespace SpPlus.EndToEnd;

/// <summary>The web is killed while people write, and another one comes in its place.</summary>
[Collection(PlatformCollection.Name)]
public sealed class RestartTests(Platform platform)
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Who_had_a_page_open_goes_on_with_everything_typed(bool javaScript)
    {
        var id = await platform.Shared("Un récit que l’on relit", "caf-gironde");
        var (author, moderator) = (await platform.Person(javaScript), await platform.Person(javaScript));
        await author.Opens("/partager?service=caf-gironde");
        await author.Presses("Continuer");
        await author.Fills("titre", "Un récit que l’on écrit");
        await author.Fills("recit", "Un texte trop court.");
        await author.Page.Locator("select[name=departement]").SelectOptionAsync("33");
        await moderator.SignsInAs("dev-ditp-moderation-1", $"/moderation/{id}");
        await moderator.Presses("Rejeter et dire pourquoi…");
        await moderator.Fills("mots-rejet", "Racontez-nous plutôt une démarche.");

        await platform.WebIsReplaced();
        await author.Presses("Continuer");
        await author.Sees("Écrivez au moins 50 caractères");
        await Assertions.Expect(author.Page.Locator("#recit")).ToHaveValueAsync("Un texte trop court.");
        await Assertions.Expect(author.Page.Locator("#departement")).ToHaveValueAsync("33");
        await moderator.Presses("Rejeter cette expérience");
        await moderator.Sees("Motif : ce champ est attendu");
        await Assertions.Expect(moderator.Page.Locator("#mots-rejet")).ToHaveValueAsync("Racontez-nous plutôt une démarche.");

        await author.Fills("recit", new string('a', 25) + " " + new string('b', 25));
        foreach (var (field, value) in ((string, string)[])[("jour", "24"), ("mois", "9"), ("annee", "2026")]) await author.Fills(field, value);
        await moderator.Page.Locator("[name=motif]").SelectOptionAsync("advertising");
        await platform.WebIsReplaced();
        await author.Presses("Continuer");
        await author.Sees("Téléphone");
        await moderator.Presses("Rejeter cette expérience");
        await moderator.Sees("rejetée ; son auteur en est informé.");
        foreach (var person in new[] { author, moderator }) await person.Page.Context.CloseAsync();
    }
}
