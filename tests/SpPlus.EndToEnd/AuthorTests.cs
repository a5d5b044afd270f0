using Microsoft.Playwright;
using SpPlus.EndToEnd.Infrastructure;
using Xunit;
using Xunit.Abstractions;

namespace SpPlus.EndToEnd;

/// <summary>The author's side: what they think of a response, their address, their lost link, what they take back.</summary>
[Collection(PlatformCollection.Name)]
public sealed class AuthorTests(Platform platform, ITestOutputHelper output)
{
    private const string Story = "J’ai attendu au guichet, puis au téléphone, sans que personne ne sache me dire où en était mon dossier.";

    [Theory]
    [InlineData(false, 390)]
    [InlineData(true, 1280)]
    public async Task An_author_says_what_a_response_was_worth_and_changes_their_mind(bool javaScript, int width)
    {
        var (author, id) = await Shares("Une réponse à juger", "", javaScript, width);
        var tracking = new Uri(author.Page.Url).AbsolutePath;
        await platform.Publishes(id);
        var steward = await platform.Person(javaScript: false);
        await steward.SignsInAs("dev-ditp-moderation-1", $"/agents/experiences/{id}");
        await steward.Fills("texte", "Votre dossier est traité.");
        await steward.Posts("publication");

        await author.Opens(tracking);
        await author.Fills("mots", "Je garde ces mots.");
        await author.Presses("Envoyer mon avis");
        await author.Sees("Dites si la réponse vous a été utile");
        Assert.Equal("Je garde ces mots.", (await author.Page.Locator("[name=mots]").InputValueAsync()).Trim());
        await author.Page.Locator("label:has([name=utile][value=non])").ClickAsync();
        await author.Page.Locator("label:has([name=clarte][value='2'])").ClickAsync();
        await author.Presses("Envoyer mon avis");
        await author.Sees("Vous l’avez jugée pas utile");
        await author.Sees("Vous pouvez changer d’avis jusqu’au");
        await author.Looks("suivi-avis");

        await author.Page.Locator("summary", new() { HasText = "Changer mon avis" }).ClickAsync();
        Assert.Equal("Je garde ces mots.", (await author.Page.Locator("[name=mots]").InputValueAsync()).Trim());
        await author.Page.Locator("label:has([name=utile][value=oui])").ClickAsync();
        await author.Presses("Envoyer mon avis");
        await author.Sees("Vous l’avez jugée utile");
    }

    [Theory]
    [InlineData(false, 390)]
    [InlineData(true, 1280)]
    public async Task An_author_changes_their_address_loses_their_link_and_gets_it_again(bool javaScript, int width)
    {
        var address = $"nouvelle-{width}@exemple.fr";
        var (author, id) = await Shares("Un lien perdu", "", javaScript, width);
        var tracking = new Uri(author.Page.Url).AbsolutePath;
        await author.Page.GetByRole(AriaRole.Link, new() { Name = "Recevoir un message à chaque étape" }).ClickAsync();
        await author.Fills("email", "pas une adresse");
        await author.Presses("Enregistrer cette adresse");
        await author.Sees("Écrivez une adresse comme nom@exemple.fr");
        Assert.Equal("pas une adresse", await author.Page.Locator("[name=email]").InputValueAsync());
        await author.Looks("suivi-adresse-erreur");
        await author.Fills("email", address);
        await author.Presses("Enregistrer cette adresse");
        await author.Sees("Votre adresse est enregistrée");
        Assert.DoesNotContain(address, await author.Page.ContentAsync(), StringComparison.OrdinalIgnoreCase);
        await author.Looks("suivi-adresse-changee");

        await author.Opens("/suivi");
        await author.Fills("reference", id[..4]);
        await author.Fills("email", address);
        await author.Presses("Recevoir mon lien");
        await author.Sees("Écrivez les dix lettres et chiffres de la référence");
        Assert.Equal(address, await author.Page.Locator("[name=email]").InputValueAsync());
        await author.Looks("lien-perdu-erreur");
        await author.Fills("reference", "0000000000");
        await author.Presses("Recevoir mon lien");
        await author.Sees("C’est noté.");
        var unknown = await author.Page.Locator("main").InnerTextAsync();
        await author.Fills("reference", id.ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal));
        await author.Fills("email", address.ToUpperInvariant());
        await author.Presses("Recevoir mon lien");
        await author.Sees("C’est noté.");
        Assert.Equal(unknown, await author.Page.Locator("main").InnerTextAsync());
        await author.Looks("lien-perdu");

        using var mailbox = platform.Mail;
        var mail = (await mailbox.ToAsync(address, 1, CancellationToken.None))[0];
        Assert.Contains("Votre lien de suivi", mail.Subject, StringComparison.Ordinal);
        Assert.Contains(tracking, mail.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, 390)]
    [InlineData(true, 1280)]
    public async Task An_author_has_everything_erased_and_nothing_is_left_of_it(bool javaScript, int width)
    {
        var secret = $"zyxe2e{width}";
        var address = $"{secret}@exemple.fr";
        var (author, id) = await Shares($"Titre {secret}", address, javaScript, width, $"{Story} Mon nom de code : {secret}.");
        var tracking = new Uri(author.Page.Url).AbsolutePath;
        using (var mailbox = platform.Mail) await mailbox.ToAsync(address, 1, CancellationToken.None);
        await platform.Publishes(id);
        var agent = await platform.Agent("dev-ditp-moderation-1", id);
        await agent.Fills("texte", $"Bonjour {secret}.");
        await agent.Posts("publication");
        await author.Until($"/experiences/{id}", secret);
        Assert.Contains("journal.facts.body", await platform.Kept.Holding(secret));

        await author.Opens(tracking);
        await author.Page.GetByRole(AriaRole.Link, new() { Name = "Tout effacer…" }).ClickAsync();
        await author.Sees("Ce qui reste");
        await author.Looks("suivi-effacer");
        await author.Presses("Tout effacer");
        await author.Sees("Tous les textes de cette expérience sont effacés");
        await author.Looks("suivi-efface");

        var kept = platform.Kept;
        List<string> holding;
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        do holding = await kept.Holding(secret, tracking.Split('/')[3]);
        while (holding.Count > 0 && !patience.IsCancellationRequested);
        output.WriteLine($"Searched {kept.Searched} places: {string.Join(", ", holding)}");
        Assert.Empty(holding);
        // Public pages are kept for a few seconds.
        int status;
        do status = await author.StatusOf($"/experiences/{id}");
        while (status != 404 && !patience.IsCancellationRequested);
        Assert.Equal(404, status);
        await agent.Opens($"/agents/experiences/{id}");
        await Assertions.Expect(agent.Page.Locator("main")).ToContainTextAsync("Textes effacés de l’historique");
        await agent.Photographs($"historique-efface-{width}");
    }

    private async Task<(Person Author, string Id)> Shares(string title, string address, bool javaScript, int width, string story = Story)
    {
        var author = await platform.Person(javaScript, width);
        await author.Shares(title, ["hors-structures"], story, address);
        return (author, new Uri(author.Page.Url).AbsolutePath.Split('/')[2]);
    }
}
