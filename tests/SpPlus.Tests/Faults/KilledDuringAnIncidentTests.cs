using SpPlus.Contracts.Accounts;
using SpPlus.Contracts.Experiences;
using SpPlus.Contracts.Incidents;
using SpPlus.Tests.Experiences.Decisions;
using SpPlus.Tests.Infrastructure;
using Xunit;
using Xunit.Abstractions;

namespace SpPlus.Tests.Faults;

/// <summary>Both silos are killed while an incident's responses go out: each experience gets its own once all the same.</summary>
[Collection(RunsAlone.Name)]
public sealed class KilledDuringAnIncidentTests(ITestOutputHelper output)
{
    private const int Experiences = 60;
    private static readonly Caller Moderator = Caller.Agent("moderator-ditp");

    [Fact]
    public async Task Every_experience_gets_its_response_once()
    {
        await using var cluster = await TwoSilos.Start([(Profile.Moderator, "ditp")]);
        var ids = await Task.WhenAll(Enumerable.Range(0, Experiences).Select(i => Published(cluster, $"incident {i}")));
        var incident = new OpenIncident { Id = Guid.NewGuid(), Title = "Panne du 3 mars", Response = New.StandingResponse().Response, Experiences = [.. ids] };
        await TwoSilos.Patiently(() => cluster.Grains.GetGrain<IIncidentDeskGrain>(0).Open(incident, Moderator));
        await Until(cluster, "select exists (select from journal.facts where kind = 'response-published')");
        cluster.Kill(0);
        cluster.Kill(1);
        var before = await cluster.Database.Scalar<long>("select count(*) from journal.facts where kind = 'response-published'");
        // As if each answer had come, and none had been written down.
        await cluster.Database.Execute("update desk.incident_experiences set outcome = 0");
        await Task.WhenAll(cluster.Restart(0), cluster.Restart(1));
        await Until(cluster, "select not exists (select from desk.incident_experiences where outcome = 0)");

        Assert.Equal((long)Experiences, await cluster.Database.Scalar<long>("select count(*) from desk.incident_experiences where outcome = 1"));
        Assert.Equal((long)Experiences, await cluster.Database.Scalar<long>("select count(distinct experience) from journal.facts where kind = 'response-published'"));
        Assert.Equal((long)Experiences, await cluster.Database.Scalar<long>("select count(*) from journal.facts where kind = 'response-published'"));
        await Until(cluster, $"select count(*) = {Experiences} from mail.queue where step = 'response-published'");
        output.WriteLine($"{Experiences} responses, {before} of them before both silos were killed, each once");
    }

    private static async Task<ExperienceId> Published(TwoSilos cluster, string name)
    {
        var id = ExperienceId.From(name);
        await cluster.Accepted(id, New.Submission(), Caller.Anonymous);
        await cluster.Accepted(id, New.Publication("caf-gironde"), Moderator);
        return id;
    }

    private static async Task Until(TwoSilos cluster, string condition)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (!await cluster.Database.Scalar<bool>($"select ({condition}) from pg_sleep(0.05)")) limit.Token.ThrowIfCancellationRequested();
    }
}
