using SpPlus.Contracts.Accounts;
using SpPlus.Contracts.Experiences;
using SpPlus.Standalone.Check;
using SpPlus.Tests.Experiences.Decisions;
using SpPlus.Tests.Infrastructure;
using SpPlus.Tests.Limits;
using Xunit;

namespace SpPlus.Tests.Web.Restart;

/// <summary>The web ends while somebody moderates, and another takes its place: it is sent the form, the token and the session that the first one made.</summary>
public sealed class ModeratingOverRestartsTests(SharedSilo shared) : IClassFixture<SharedSilo>, IAsyncLifetime
{
    private const string Story = "J’ai signalé ma nouvelle adresse, <b>deux fois</b>.\n\n  Puis un courrier est parti à l’ancienne & rien n’est venu.";
    private RestartingWeb web = null!;

    public async Task InitializeAsync() => web = await RestartingWeb.Start(shared.Silo);

    public async Task DisposeAsync() => await web.DisposeAsync();

    [Fact]
    public async Task A_moderator_goes_on_where_the_web_ended_with_the_session_that_the_first_one_made()
    {
        var one = await Waiting();
        using var moderator = await Moderator(one);
        var form = $"form[action='/moderation/{one.Id}']";
        List<(string Name, string Value)> typed =
        [
            ("tri-0", "masquer"), ("passage", "deux fois"), ("titre", "Un titre sans personne"), ("recit", Story + "\n\nUne ligne de plus. Mme Exemple l’a dit."),
            ("pseudonyme", "Caillou"), ("demarche", "Une autre démarche"), ("motif", "offensive"), ("mots-rejet", "Des mots\nsur deux lignes"), ("q", "cpam gironde"),
        ];
        foreach (var (name, value) in typed) moderator.Fill(name, value);

        await web.Replaced();
        await moderator.PressAsync($"{form} button[value=chercher]:not(.sp-hidden)", CancellationToken.None);
        await moderator.Keeps(form, typed);
        moderator.Fill("structure", "cpam-gironde");
        typed.Add(("structure", "cpam-gironde"));
        await web.Replaced();
        await moderator.PressAsync($"{form} button[value=reperer]", CancellationToken.None);
        typed[1] = ("repere-1", "deux fois");
        await moderator.Keeps(form, typed);
        foreach (var decision in (string[])["publier", "moderer"])
        {
            await web.Replaced();
            await moderator.IsRefused($"{form} button[value={decision}]", 422);
            await moderator.Keeps(form, typed);
        }

        moderator.Fill("motif", "");
        moderator.Fill("mots-rejet", "");
        typed.RemoveAll(field => field.Name is "motif" or "mots-rejet");
        await web.Replaced();
        await moderator.IsRefused($"{form} button[value=moderer]", 422);
        await moderator.Keeps(form, typed);
        moderator.Fill("mots", "Nous avons masqué un nom.");
        await web.Replaced();
        await moderator.PressAsync($"{form} button[value=moderer]", CancellationToken.None);

        var view = (await one.Grain.View(shared.Moderator))!;
        Assert.Equal((ExperienceStatus.PublishedAfterModeration, "Un titre sans personne", "Caillou", "Nous avons masqué un nom."), (view.Status, view.Title, view.Pseudonym, view.ModerationWords));
        Assert.DoesNotContain("Exemple", view.Story, StringComparison.Ordinal);
        Assert.Equal(["caf-gironde", "cpam-gironde"], view.Standings.Select(s => s.Structure.Value).Order());
    }

    [Fact]
    public async Task A_rejection_keeps_its_reason_and_its_words()
    {
        var one = await Waiting();
        using var moderator = await Moderator(one);
        var form = $"form[action='/moderation/{one.Id}']";
        moderator.Fill("mots-rejet", "Racontez-nous plutôt une démarche.");
        await web.Replaced();
        await moderator.IsRefused($"{form} button[value=rejeter]", 422);
        await moderator.Keeps(form, [("mots-rejet", "Racontez-nous plutôt une démarche.")]);
        moderator.Fill("motif", "advertising");
        await web.Replaced();
        await moderator.PressAsync($"{form} button[value=rejeter]", CancellationToken.None);

        var view = (await one.Grain.View(shared.Moderator))!;
        Assert.Equal((ExperienceStatus.Rejected, "advertising", "Racontez-nous plutôt une démarche."), (view.Status, view.RejectionReason, view.ModerationWords));
    }

    [Fact]
    public async Task Where_the_keys_are_gone_too_the_decision_is_taken_after_signing_in_again()
    {
        var one = await Waiting();
        using var moderator = await Moderator(one);
        moderator.Fill("mots-rejet", "Des mots\nsur deux lignes");
        moderator.Fill("motif", "offensive");
        await using var empty = new RedisUnderTest();
        await web.Replaced(keys: empty);

        await moderator.IsRefused("button[value=rejeter]", 401);
        await moderator.Keeps("main form", [("mots-rejet", "Des mots\nsur deux lignes"), ("motif", "offensive"), ("decision", "rejeter")]);
        await moderator.AnswerAsync($"/entrer/{shared.Moderator.Subject}", CancellationToken.None);
        await moderator.IsRefused("main form button", 400);
        await moderator.PressAsync("main form button", CancellationToken.None);

        Assert.Equal("Des mots\nsur deux lignes", (await one.Grain.View(shared.Moderator))!.ModerationWords);
    }

    private async Task<OneExperience> Waiting()
    {
        var key = SubmissionKey.New();
        var one = new OneExperience(shared.Silo, SubmissionKey.ExperienceId(key), TrackingToken.FromSubmissionKey(key));
        await one.Accepted(
            New.Submission() with { OperationId = SubmissionKey.OperationId(key), TrackingToken = one.Token, Title = "Mme Exemple m’a reçue", Story = Story + " Mme Exemple l’a dit.", Services = [new() { Structure = Experiences.TestReference.Id("caf-gironde") }] },
            Caller.Anonymous);
        return one;
    }

    private async Task<Browser> Moderator(OneExperience one)
    {
        var moderator = new Browser(web.Address);
        await moderator.AnswerAsync($"/entrer/{shared.Moderator.Subject}", CancellationToken.None);
        await moderator.OpenAsync($"/moderation/{one.Id}", CancellationToken.None);
        return moderator;
    }
}
