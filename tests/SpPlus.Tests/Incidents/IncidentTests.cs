using Microsoft.Extensions.DependencyInjection;
using SpPlus.Contracts.Accounts;
using SpPlus.Contracts.Experiences;
using SpPlus.Contracts.Incidents;
using SpPlus.Silo.Incidents;
using SpPlus.Tests.Experiences;
using SpPlus.Tests.Experiences.Decisions;
using SpPlus.Tests.Infrastructure;
using Xunit;

namespace SpPlus.Tests.Incidents;

public sealed class IncidentTests(SharedSilo shared) : IClassFixture<SharedSilo>
{
    private const string Caf = "caf-gironde";
    private const string Hors = "hors-structures";

    private IIncidentDeskGrain Desk => shared.Silo.Grains.GetGrain<IIncidentDeskGrain>(0);

    [Fact]
    public async Task Three_hundred_experiences_get_the_response_once_and_each_author_is_told_once()
    {
        var all = new List<OneExperience>();
        foreach (var some in Enumerable.Range(0, 300).Chunk(30)) all.AddRange(await Task.WhenAll(some.Select(_ => shared.Published(Caf))));
        var incident = Incident([.. all.Select(o => o.Id)]);

        // A double click, and two silos at work.
        await Task.WhenAll(Accepted(incident), Accepted(incident));
        await Task.WhenAll(Settled(incident.Id), Settled(incident.Id));
        await Accepted(incident);
        await Settled(incident.Id);

        var view = (await Desk.Read(incident.Id, shared.Moderator))!;
        Assert.Equal((300, 300, 0), (view.Summary.Experiences, view.Summary.Given, view.Summary.Waiting));
        Assert.Equal(all.Select(o => o.Id), view.Items.Select(i => i.Experience));
        await shared.Silo.Projected();
        var ids = string.Join(',', all.Select(o => $"'{o.Id}'"));
        Assert.Equal(300L, await shared.Silo.Database.Scalar<long>($"select count(*) from journal.facts where kind = 'response-published' and experience in ({ids})"));
        Assert.Equal(300L, await shared.Silo.Database.Scalar<long>($"select count(*) from mail.queue where step = 'response-published' and structure = '{Hors}' and experience in ({ids})"));
        Assert.Equal(300L, await shared.Silo.Database.Scalar<long>($"select count(*) from read.responses where structure = '{Hors}' and experience in ({ids})"));
        // The structure that was asked is awaited as before, everywhere.
        Assert.Equal(300L, await shared.Silo.Database.Scalar<long>($"select count(*) from read.standings where structure = '{Caf}' and waiting and experience in ({ids})"));
        Assert.Equal(300L, await shared.Silo.Database.Scalar<long>($"select count(*) from read.experiences where answer_status = {(int)AnswerStatus.Partial} and id in ({ids})"));
    }

    [Fact]
    public async Task What_changed_meanwhile_is_left_alone_and_said()
    {
        var (given, answered, written) = (await shared.Published(Caf), await shared.Published(Hors), await shared.Published(Hors));
        var (withdrawn, unpublished) = (await shared.Published(Caf), await shared.Published(Caf));
        await answered.Accepted(New.Response(Hors, 0, An.Text("La première réponse")), shared.Moderator);
        await written.Accepted(New.Draft(Hors, 0, An.Text("Un brouillon")), shared.Moderator);
        await withdrawn.Accepted(New.Withdraw(), withdrawn.Author);
        await unpublished.Accepted(New.Unpublication(), shared.Moderator);
        var unknown = ExperienceId.From("never written");
        var incident = Incident(given.Id, answered.Id, written.Id, withdrawn.Id, unpublished.Id, unknown);
        await Accepted(incident);
        await Settled(incident.Id);

        var view = (await Desk.Read(incident.Id, shared.Moderator))!;
        Assert.Equal(
            [IncidentOutcome.Given, IncidentOutcome.AlreadyAnswered, IncidentOutcome.BeingAnswered, IncidentOutcome.NotPublic, IncidentOutcome.NotPublic, IncidentOutcome.Refused],
            view.Items.Select(i => i.Outcome));
        Assert.Equal((1, 0, 5), (view.Summary.Given, view.Summary.Waiting, view.Summary.LeftAside));
        Assert.Equal("La première réponse", (await answered.Grain.View(shared.Moderator))!.Standings[0].Published!.Response.Text);
        Assert.Equal("Un brouillon", (await written.Grain.View(shared.Moderator))!.Standings[0].Draft!.Response.Text);
    }

    [Fact]
    public async Task It_is_checked_before_it_is_opened()
    {
        var one = await shared.Published(Caf);
        var incident = Incident(one.Id);
        Assert.Equal(Refusal.PersonalData, await Answer(incident with { Response = An.Text("Écrivez à jean.exemple@exemple.fr") }));
        Assert.Equal(Refusal.Invalid, await Answer(incident with { Title = "Non" }));
        Assert.Equal(Refusal.Invalid, await Answer(incident with { Experiences = [] }));
        Assert.Equal(Refusal.Invalid, await Answer(incident with { Response = An.Text("") }));
        Assert.Equal(Refusal.Invalid, await Answer(incident with { Experiences = [.. Enumerable.Range(0, 501).Select(i => ExperienceId.From($"many {i}"))] }));
        Assert.Null(await Desk.Read(incident.Id, shared.Moderator));

        async Task<Refusal> Answer(OpenIncident one)
        {
            var opened = (await Desk.Open(one, shared.Moderator)).Refusal;
            Assert.Equal(opened, (await Desk.Check(one, shared.Moderator)).Refusal);
            return opened;
        }
    }

    [Fact]
    public async Task Nobody_but_the_DITP_opens_reads_or_calls_off()
    {
        var one = await shared.Published(Caf);
        var incident = Incident(one.Id);
        await Accepted(incident);
        foreach (var stranger in new[] { await shared.Silo.Account(Profile.NetworkAdministrator, "cnaf"), await shared.Silo.Account(Profile.Agent, "ditp"), Caller.Anonymous, one.Author })
        {
            Assert.Null(await Desk.Search(new(), stranger));
            Assert.Null(await Desk.Chosen([one.Id], stranger));
            Assert.Null(await Desk.List(stranger));
            Assert.Null(await Desk.Read(incident.Id, stranger));
            Assert.Equal(Refusal.NotFound, await Desk.CallOff(incident.Id, stranger));
            Assert.Equal(Refusal.NotFound, (await Desk.Open(incident with { Id = Guid.NewGuid() }, stranger)).Refusal);
            Assert.NotEqual(Refusal.None, await one.Refused(New.StandingResponse(), stranger));
        }
    }

    [Fact]
    public async Task What_has_begun_is_not_called_off()
    {
        var incident = Incident((await shared.Published(Caf)).Id);
        await Accepted(incident);
        Assert.Equal(Refusal.TooLate, await Desk.CallOff(incident.Id, shared.Moderator));
        Assert.Equal(Refusal.NotFound, await Desk.CallOff(Guid.NewGuid(), shared.Moderator));
        Assert.Contains((await Desk.List(shared.Moderator))!.Value, i => i.Id == incident.Id && i.IsStarted);
    }

    [Fact]
    public async Task Experiences_are_found_by_words_structure_and_days()
    {
        var (one, other) = (await shared.Published("cpam-gironde"), await shared.Published("caf-paris"));
        await shared.Silo.Projected();
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(TimeProvider.System.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris")).DateTime);
        Assert.Equal([one.Id], await Found(new() { Words = "long silence", Structure = TestReference.Id("cnam"), From = today.AddDays(-1), To = today.AddDays(1) }));
        Assert.Equal([other.Id], await Found(new() { Structure = TestReference.Id("caf-paris") }));
        Assert.Empty(await Found(new() { Structure = TestReference.Id("caf-paris"), To = today.AddDays(-2) }));
        Assert.Empty(await Found(new() { Words = "zzz introuvable", Structure = TestReference.Id("caf-paris") }));
        var first = (await Desk.Search(new() { Limit = 1 }, shared.Moderator))!;
        var second = (await Desk.Search(new() { Limit = 1, After = first.Next }, shared.Moderator))!;
        Assert.NotEqual(first.Items.Single().Experience, second.Items.Single().Experience);

        async Task<IEnumerable<ExperienceId>> Found(IncidentSearch search) => (await Desk.Search(search, shared.Moderator))!.Items.Select(i => i.Experience);
    }

    private static OpenIncident Incident(params ExperienceId[] experiences) => new()
    {
        Id = Guid.NewGuid(), Title = "Panne du 3 mars", Response = New.StandingResponse().Response, Experiences = [.. experiences],
    };

    private async Task Accepted(OpenIncident incident) => Assert.Equal(Refusal.None, (await Desk.Open(incident, shared.Moderator)).Refusal);

    /// <summary>Works beside the silo's own watch until nothing waits.</summary>
    private async Task Settled(Guid incident)
    {
        while ((await Desk.Read(incident, shared.Moderator))!.Summary.Waiting > 0)
            await shared.Silo.Services.GetRequiredService<IncidentWatch>().DoDue(CancellationToken.None);
    }
}
