using SpPlus.EndToEnd.Infrastructure;
using Xunit;

namespace SpPlus.EndToEnd;

[Collection(PlatformCollection.Name)]
public sealed class SharingTests(Platform platform)
{
    private const string Story = "J’ai signalé ma nouvelle adresse en ligne.\n\nTrois semaines plus tard, un courrier est parti à l’ancienne.";

    [Theory]
    [InlineData(false, 390)]
    [InlineData(true, 1280)]
    public async Task Somebody_shares_an_experience_follows_it_and_withdraws_it(bool javaScript, int width)
    {
        var author = await platform.Person(javaScript, width);
        var address = $"citoyen-{width}@exemple.fr";
        await author.Opens("/partager?campagne=banniere");
        await author.Fills("recherche", "caf gironde");
        await author.Presses("Chercher");
        await author.Page.GetByLabel("Caf de la Gironde", new() { Exact = true }).CheckAsync();
        await Look("partager-1");
        await author.Presses("Continuer");

        await author.Presses("Continuer");
        await author.Sees("Il y a quelque chose à corriger");
        await Look("partager-2-erreurs");
        await author.Fills("titre", "Deux fois la même démarche");
        await author.Fills("recit", Story);
        await author.Fills("jour", "24");
        await author.Fills("mois", "9");
        await author.Fills("annee", "2026");
        await author.Page.Locator("select[name=departement]").SelectOptionAsync("33");
        await author.Presses("Mettre à jour l’aperçu");
        await Look("partager-2");
        await author.Presses("Continuer");

        await author.Page.GetByLabel("Téléphone", new() { Exact = true }).CheckAsync();
        await author.Page.Locator("[name='avis~caf-gironde~phone'][value=Negative]").CheckAsync();
        await author.Page.Locator("[name=ressenti][value=Negative]").CheckAsync();
        await Look("partager-3");
        await author.Presses("Continuer");
        await author.Fills("email", "pas une adresse");
        await author.Page.Locator("button.is-warm").ClickAsync();
        await author.Sees("Écrivez une adresse comme nom@exemple.fr, ou laissez ce champ vide");
        await author.Fills("email", address);
        await Look("partager-4");
        await author.Page.Locator("button.is-warm").ClickAsync();

        await author.Arrives(url => url.AbsolutePath.StartsWith("/suivi/", StringComparison.Ordinal));
        await author.Sees("Nous avons reçu votre expérience");
        using (var mailbox = platform.Mail) Assert.Contains(new Uri(author.Page.Url).AbsolutePath, (await mailbox.ToAsync(address, 1, CancellationToken.None))[0].Text, StringComparison.Ordinal);
        await Look("suivi");
        await author.Page.GetByText("Ne plus recevoir de message").ClickAsync();
        await Look("suivi-adresse");
        await author.Presses("Détruire mon adresse");
        await author.Sees("Vous ne recevrez plus de message");
        await author.Page.GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = "Retirer…" }).ClickAsync();
        await Look("suivi-retirer");
        await author.Presses("Retirer cette expérience");
        await author.Sees("Vous avez retiré cette expérience");

        Task Look(string name) => author.Looks(name);
    }

    [Theory]
    [InlineData(false, 1280)]
    [InlineData(true, 390)]
    public async Task The_preview_marks_a_telephone_number_and_its_author_takes_it_out_before_sending(bool javaScript, int width)
    {
        var author = await platform.Person(javaScript, width);
        await author.Opens("/partager?service=caf-gironde");
        await author.Presses("Continuer");
        await author.Fills("titre", "Personne ne rappelle");
        await author.Fills("recit", Story + "\n\nVous pouvez me joindre au 06 39 98 12 34 après 18 h. Le 3230 ne répond pas.");
        await author.Fills("jour", "24");
        await author.Fills("mois", "9");
        await author.Fills("annee", "2026");
        await author.Fills("pseudonyme", "Mme Exemple");
        await author.Page.Locator("select[name=departement]").SelectOptionAsync("33");
        await author.Presses("Continuer");
        await author.Page.Locator("[name=ressenti][value=Negative]").CheckAsync();
        await author.Presses("Continuer");
        await author.Sees("2 passages permettraient de reconnaître quelqu’un");
        await Microsoft.Playwright.Assertions.Expect(author.Page.Locator("#repere-1")).ToContainTextAsync("Mme Exemple");
        await Microsoft.Playwright.Assertions.Expect(author.Page.Locator("#repere-2")).ToContainTextAsync("06 39 98 12 34");
        await author.Sees("Un numéro de téléphone qui n’est pas celui d’un service.");
        await author.Looks("partager-4-reperes");

        await author.Presses("Corriger le récit");
        Assert.EndsWith("#recit", author.Page.Url, StringComparison.Ordinal);
        await author.Looks("partager-2-reperes");
        await author.Fills("recit", Story + "\n\nLe 3230 ne répond pas.");
        await author.Presses("Mettre à jour l’aperçu");
        await author.Sees("Un passage permettrait de reconnaître quelqu’un");
        await author.Presses("Continuer");
        await author.Presses("Continuer");
        await Microsoft.Playwright.Assertions.Expect(author.Page.Locator("mark.sp-pii")).ToHaveCountAsync(1);
        await author.Button("envoyer").ClickAsync();
        await author.Arrives(url => url.AbsolutePath.StartsWith("/suivi/", StringComparison.Ordinal));
        await author.Sees("Nous avons reçu votre expérience");
    }

    [Fact]
    public async Task A_correction_after_sending_is_not_taken_for_what_was_sent()
    {
        var author = await platform.Person(javaScript: false);
        await author.Shares("Envoyée trop vite", ["caf-gironde"]);
        var tracking = new Uri(author.Page.Url).AbsolutePath;
        await author.Page.GoBackAsync();
        await author.Presses("Modifier le récit");
        await author.Fills("titre", "Envoyée trop vite, corrigée");
        await author.Presses("Continuer");
        await author.Presses("Continuer");
        await author.Button("envoyer").ClickAsync();

        await author.Sees("vos corrections n’y sont pas");
        await author.Sees("Envoyée trop vite, corrigée");
        await author.Photographs("partager-deja-envoyee");
        await author.Page.GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = "Voir ce qui est envoyé" }).ClickAsync();
        Assert.Equal(tracking, new Uri(author.Page.Url).AbsolutePath);
    }

    [Fact]
    public async Task What_another_site_posts_is_neither_sent_nor_under_its_key()
    {
        using var http = new HttpClient { BaseAddress = platform.Web };
        var key = new string('a', 64);
        using var post = new HttpRequestMessage(HttpMethod.Post, "/partager")
        {
            Headers = { { "Sec-Fetch-Site", "cross-site" } },
            Content = new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["cle"] = key, ["action"] = "envoyer", ["etape"] = "2", ["titre"] = "Un titre choisi ailleurs", ["email"] = "autre@exemple.fr",
            }),
        };

        using var answer = await http.SendAsync(post);
        var page = await answer.Content.ReadAsStringAsync();

        Assert.Equal(System.Net.HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("Un titre choisi ailleurs", page, StringComparison.Ordinal);
        Assert.DoesNotContain(key, page, StringComparison.Ordinal);
        Assert.DoesNotContain("autre@exemple.fr", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_first_published_experience_reads_without_a_barrier()
    {
        var reader = await platform.Person();
        await reader.Opens("/experiences");
        await reader.Page.Locator(".sp-item h3 a").First.ClickAsync();
        await reader.Arrives(url => url.AbsolutePath.StartsWith("/experiences/", StringComparison.Ordinal));
        await reader.Looks("experience");
    }
}
