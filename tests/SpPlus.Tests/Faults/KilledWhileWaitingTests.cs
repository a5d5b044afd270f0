using SpPlus.Contracts.Accounts;
using SpPlus.Contracts.Experiences;
using SpPlus.Silo.Experiences.Facts;
using SpPlus.Tests.Experiences;
using SpPlus.Tests.Experiences.Decisions;
using SpPlus.Tests.Infrastructure;
using Xunit;
using Xunit.Abstractions;

namespace SpPlus.Tests.Faults;

/// <summary>Both silos are killed while something waits for its hour: it comes to pass all the same, once, and not before.</summary>
[Collection(RunsAlone.Name)]
public sealed class KilledWhileWaitingTests(ITestOutputHelper output)
{
    private const string Own = "ft-dr-nouvelle-aquitaine";
    private const string Other = "ft-dr-occitanie";
    private const int Experiences = 12;
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(8);
    private static readonly Caller Moderator = Caller.Agent("moderator-ditp");
    private static readonly Caller Writer = Caller.Agent($"agent-{Own}");

    [Fact]
    public async Task Windows_and_expiries_hold_and_what_was_typed_is_there()
    {
        await using var cluster = await TwoSilos.Start([(Profile.Moderator, "ditp"), (Profile.Agent, Own), (Profile.SuperAgent, "france-travail")], Window);
        var published = await Task.WhenAll(Enumerable.Range(0, Experiences).Select(i => Prepared(cluster, $"published {i}")));
        var transferred = await Task.WhenAll(Enumerable.Range(0, Experiences).Select(i => Prepared(cluster, $"transferred {i}")));
        var typed = await Task.WhenAll(Enumerable.Range(0, Experiences).Select(i => Prepared(cluster, $"typed {i}")));

        await Task.WhenAll(published.Select(id => cluster.Accepted(id, New.Response(Own, 0), Writer)));
        await Task.WhenAll(transferred.Select(id => cluster.Accepted(id, New.Transfer(Own, 0, Other), Writer)));
        await Task.WhenAll(typed.Select(async (id, i) => Assert.Equal(Refusal.None, await TwoSilos.Patiently(() => cluster.Experience(id).Keep(Typed(i), Writer)))));
        await Task.WhenAll(typed.Select(id => cluster.Accepted(id, New.Draft(Own, 0, An.Text("Enregistré")), Writer)));
        await Task.WhenAll(typed.Select(async (id, i) => Assert.Equal(Refusal.None, await TwoSilos.Patiently(() => cluster.Experience(id).Keep(Typed(i), Writer)))));
        cluster.Kill(0);
        cluster.Kill(1);
        // As five days later: nobody lives that saw the request.
        await cluster.Database.Execute(
            """
            update journal.facts set body = (body::jsonb || '{"expiresAt":"2020-01-01T00:00:00+00:00"}')::json where kind = 'transfer-requested';
            update read.transfers set expires_at = '2020-01-01'
            """);
        await Task.WhenAll(cluster.Restart(0), cluster.Restart(1));

        await Until(cluster, $"select count(*) = {Experiences} from journal.facts where kind = 'response-published'");
        await Until(cluster, $"select count(*) = {Experiences} from journal.facts where kind = 'transfer-expired'");
        Assert.Empty(await cluster.Database.Rows("select experience, kind from journal.facts where kind in ('response-published', 'transfer-expired') group by 1, 2 having count(*) > 1"));
        Assert.Empty(await cluster.Database.Rows(
            """
            select p.experience from journal.facts p join journal.facts s using (experience)
            where p.kind = 'response-published' and s.kind = 'publication-scheduled' and p.happened_at < (s.body->>'closesAt')::timestamptz
            """));
        foreach (var (id, i) in typed.Select((id, i) => (id, i)))
        {
            var standing = (await TwoSilos.Patiently(() => cluster.Experience(id).View(Writer)))!.Standings[0];
            Assert.Equal(("Enregistré", Typed(i).Response.Text), (standing.Draft!.Response.Text, Assert.Single(standing.Kept).Response.Text));
        }

        var late = await cluster.Database.Scalar<double>(
            """
            select max(extract(epoch from p.happened_at - (s.body->>'closesAt')::timestamptz))::float8
            from journal.facts p join journal.facts s using (experience) where p.kind = 'response-published' and s.kind = 'publication-scheduled'
            """);
        output.WriteLine($"{Experiences} windows closed, the latest {late:0.0} s after its time, with both silos killed in between");
    }

    private static async Task<ExperienceId> Prepared(TwoSilos cluster, string name)
    {
        var id = ExperienceId.From(name);
        await cluster.Accepted(id, New.Submission(), Caller.Anonymous);
        await cluster.Accepted(id, New.Publication(Own), Moderator);
        return id;
    }

    /// <summary>Asks until it is so, leaving the machine to the silos in between; the test's own time limit ends it otherwise.</summary>
    private static async Task Until(TwoSilos cluster, string condition)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (!await cluster.Database.Scalar<bool>($"select ({condition}) from pg_sleep(0.2)")) limit.Token.ThrowIfCancellationRequested();
    }

    private static KeepText Typed(int number) => new() { Structure = TestReference.Id(Own), Version = 1, Response = An.Text($"Pas encore enregistré, n° {number}") };
}
