using Microsoft.Playwright;
using SpPlus.EndToEnd.Infrastructure;
using SpPlus.Standalone.Check;
using Xunit;

namespace SpPlus.EndToEnd;

/// <summary>What the platform is for: two administrations, three mails, a verdict, and everybody reads.</summary>
[Collection(PlatformCollection.Name)]
public sealed class MainJobTests(Platform platform)
{
    private const string Story = "J’ai envoyé mon attestation aux deux caisses.\n\nChacune m’a répondu que l’autre devait me la demander.";
    private const string Answer = "Votre attestation est bien arrivée.\n\nNous l’avons transmise à l’autre caisse, qui n’a plus rien à vous demander.";
    private const string Complement = "Votre dossier est à jour chez nous depuis hier.";

    [Theory]
    [InlineData(true, 1280)]
    [InlineData(false, 390)]
    public async Task Two_administrations_answer_an_experience_and_its_author_judges(bool javaScript, int width)
    {
        var (address, title) = ($"journal-{width}@exemple.fr", $"Mon attestation perdue entre deux caisses ({width})");
        using var mailbox = platform.Mail;

        var author = await Newcomer();
        await author.Shares(title, ["caf-gironde"], Story, address);
        var received = (await Mails(1))[0];
        var tracking = TrackingIn(received);
        Assert.Equal(new Uri(author.Page.Url).AbsolutePath, tracking);
        var id = tracking.Split('/')[2];

        var moderator = await Newcomer();
        await moderator.SignsInAs("dev-ditp-moderation-1", "/moderation");
        await Look(moderator, "moderation-file");
        await moderator.Page.GetByRole(AriaRole.Link, new() { Name = title }).ClickAsync();
        await Look(moderator, "moderation");
        await moderator.Fills("q", "cpam gironde");
        await moderator.Button("chercher").ClickAsync();
        await moderator.Page.GetByLabel("CPAM de la Gironde", new() { Exact = true }).CheckAsync();
        await Look(moderator, "moderation-recherche");
        await moderator.Button("publier").ClickAsync();
        await moderator.Arrives(url => !url.OriginalString.EndsWith(id, StringComparison.Ordinal));
        await Look(moderator, "moderation-suite");
        Assert.Equal(tracking, TrackingIn((await Mails(2))[1]));

        var agent = await Newcomer();
        await agent.SignsInAs("dev-caf-agent");
        await Look(agent, "agents");
        await agent.Page.GetByRole(AriaRole.Link, new() { Name = title }).ClickAsync();
        await Look(agent, "agents-experience");
        await agent.Fills("commentaire", "Je vérifie avec la CPAM avant de répondre.");
        await agent.Posts("commentaire");
        await agent.Fills("texte", Answer);
        await agent.Posts("validation");
        await Look(agent, "agents-a-valider");

        var superAgent = await Newcomer();
        await superAgent.SignsInAs("dev-caf-super-agent", $"/agents/experiences/{id}");
        await superAgent.Sees("Je vérifie avec la CPAM avant de répondre.");
        await Look(superAgent, "agents-validation");
        await superAgent.Posts("publication");
        await Look(superAgent, "agents-publiee");
        var answered = (await Mails(3))[2];
        Assert.Equal(tracking, TrackingIn(answered));
        Assert.All(await Mails(3), mail => Assert.DoesNotContain("Je vérifie avec la CPAM", mail.Text + mail.Html, StringComparison.Ordinal));

        // With scripts the second administration complements the answer, without them it adopts it: both are seen.
        var second = await Newcomer();
        await second.SignsInAs("dev-cpam-agent", $"/agents/experiences/{id}");
        await second.Sees("Nous l’avons transmise à l’autre caisse");
        await Look(second, "agents-autre-reponse");
        if (javaScript)
        {
            await second.Page.Locator("select[name=complete]").SelectOptionAsync("caf-gironde");
            await second.Fills("texte", Complement);
            await second.Posts("validation");
            var validator = await Newcomer();
            await validator.SignsInAs("dev-cpam-super-agent", $"/agents/experiences/{id}");
            await validator.Posts("publication");
        }
        else
        {
            var others = second.Page.Locator("details:has(form[action$='/adoption'])");
            if (await others.CountAsync() > 0 && await others.First.GetAttributeAsync("open") is null) await others.Locator("summary").First.ClickAsync();
            await second.Posts("adoption");
        }

        await Look(second, "agents-seconde-reponse");

        await author.Opens(tracking);
        await Look(author, "suivi-repondu");
        var first = author.Page.Locator("section", new() { Has = author.Page.Locator("#reponse-caf-gironde") });
        await first.GetByLabel("Utile", new() { Exact = true }).CheckAsync();
        await first.GetByLabel("4", new() { Exact = true }).CheckAsync();
        await first.Locator("textarea[name=mots]").FillAsync("La réponse est claire, et mon dossier est complet.");
        await first.Locator("form[action$='/evaluer'] button").ClickAsync();
        await author.Sees("Votre avis est enregistré");
        await Look(author, "suivi-evalue");

        var reader = await Newcomer();
        await reader.Opens($"/experiences/{id}");
        await reader.Sees("Nous l’avons transmise à l’autre caisse");
        await reader.Sees(javaScript ? Complement : "commune");
        await Look(reader, "experience-repondue");
        await reader.Opens($"/experiences?cherche={Uri.EscapeDataString(title)}");
        await reader.Sees(title);

        Task<Person> Newcomer() => platform.Person(javaScript, width);

        Task<IReadOnlyList<ReceivedMail>> Mails(int count) => mailbox.ToAsync(address, count, CancellationToken.None);
    }

    private static Task Look(Person person, string name) => person.Looks($"journal-{name}");

    private static string TrackingIn(ReceivedMail mail) => new Uri(
        mail.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).First(word => word.Contains("/suivi/", StringComparison.Ordinal))).AbsolutePath;
}
