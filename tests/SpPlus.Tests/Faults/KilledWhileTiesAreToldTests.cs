using SpPlus.Contracts.Accounts;
using SpPlus.Contracts.Experiences;
using SpPlus.Contracts.ImprovementActions;
using SpPlus.Tests.Experiences.Decisions;
using SpPlus.Tests.ImprovementActions;
using SpPlus.Tests.Infrastructure;
using Xunit;
using Xunit.Abstractions;

namespace SpPlus.Tests.Faults;

/// <summary>ACT-1: both silos are killed while experiences are told of an improvement action: each records it once, and its author gets one mail.</summary>
[Collection(RunsAlone.Name)]
public sealed class KilledWhileTiesAreToldTests(ITestOutputHelper output)
{
    private const string Caf = "caf-gironde";
    private const int Experiences = 60;
    private static readonly Caller Moderator = Caller.Agent("moderator-ditp");
    private static readonly Caller Writer = Caller.Agent($"superagent-{Caf}");

    [Fact]
    public async Task Every_experience_is_told_once()
    {
        await using var cluster = await TwoSilos.Start([(Profile.Moderator, "ditp"), (Profile.SuperAgent, Caf)]);
        var ids = await Task.WhenAll(Enumerable.Range(0, Experiences).Select(i => Published(cluster, $"tied {i}")));
        await Until(cluster, $"select count(*) = {Experiences} from read.experiences where status = 2");
        var action = ImprovementActionId.From(Guid.NewGuid().ToString());
        var published = await TwoSilos.Patiently(() => cluster.Grains.GetGrain<IImprovementActionGrain>(action.Value).Execute(NewAction.Publication(Caf, ids), Writer));
        Assert.Equal(Refusal.None, published.Refusal);
        await Until(cluster, "select exists (select from journal.facts where kind = 'improvement-action-tied')");
        cluster.Kill(0);
        cluster.Kill(1);
        var before = await Facts(cluster);
        // As if each experience had heard, and none had been taken off the queue.
        await cluster.Database.Execute("insert into improvement.ties_to_tell (action, experience, state, sequence) select action, experience, 1, 1 from read.improvement_ties on conflict do nothing");
        await Task.WhenAll(cluster.Restart(0), cluster.Restart(1));
        await Until(cluster, $"select count(*) = {Experiences} from read.improvement_ties");
        await Until(cluster, $"select count(distinct experience) = {Experiences} from journal.facts where kind = 'improvement-action-tied'");
        await Until(cluster, "select not exists (select from improvement.ties_to_tell)");

        Assert.Equal((long)Experiences, await Facts(cluster));
        await Until(cluster, $"select count(*) = {Experiences} from mail.queue where step = 'improvement-action'");
        output.WriteLine($"{Experiences} experiences told, {before} of them before both silos were killed, each once");
    }

    private static Task<long> Facts(TwoSilos cluster) => cluster.Database.Scalar<long>("select count(*) from journal.facts where kind = 'improvement-action-tied'");

    private static async Task<ExperienceId> Published(TwoSilos cluster, string name)
    {
        var id = ExperienceId.From(name);
        await cluster.Accepted(id, New.Submission() with { Email = "autrice@exemple.fr" }, Caller.Anonymous);
        await cluster.Accepted(id, New.Publication(Caf), Moderator);
        return id;
    }

    private static async Task Until(TwoSilos cluster, string condition)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (!await cluster.Database.Scalar<bool>($"select ({condition}) from pg_sleep(0.05)")) limit.Token.ThrowIfCancellationRequested();
    }
}
