using System.Collections.Immutable;
using Npgsql;
using SpPlus.Contracts.Accounts;
using SpPlus.Tests.Infrastructure;
using SpPlus.Tests.Projections;
using Xunit;
using Xunit.Abstractions;

namespace SpPlus.Tests.Faults;

[Collection(RunsAlone.Name)]
public sealed class KilledSilosTests(ITestOutputHelper output)
{
    private const int Kills = 20;

    [Fact]
    public async Task A_silo_killed_twenty_times_under_load_loses_nothing_and_does_nothing_twice()
    {
        await using var cluster = await TwoSilos.Start(Accounts);
        var callers = new Callers(cluster.Grains, Caller.Agent("moderator-ditp"), Caller.Agent("agent-caf-gironde"), hotExperiences: 3);
        await callers.MakeHotExperiences();
        var load = Enumerable.Range(0, 16).Select(callers.Write).ToArray();
        var random = new Random(20);
        for (var kill = 0; kill < Kills; kill++)
        {
            await callers.MoreAcknowledged(random.Next(50, 400));
            cluster.Kill(kill % 2);
            await cluster.Restart(kill % 2);
        }

        await callers.MoreAcknowledged(500);
        callers.Stop();
        await Task.WhenAll(load);

        var sent = callers.Sent;
        var unknown = sent.Where(o => !o.Acknowledged).Select(o => o.Id).ToHashSet();
        var there = (await Recorded(cluster.Database)).Keys.Count(unknown.Contains);
        output.WriteLine($"{sent.Count} commands, {sent.Count - unknown.Count} acknowledged, {unknown.Count} unknown of which {there} recorded");
        Assert.Empty(callers.Surprises);
        Assert.NotEmpty(unknown);
        await EveryCommandIsThereOnceAndWhole(cluster.Database, sent);
        Assert.Empty(await cluster.Database.Rows(
            "select experience from journal.facts group by experience having min(sequence) <> 1 or max(sequence) <> count(*)"));
        await TheReadModelEqualsAReplay(cluster);
    }

    private static async Task EveryCommandIsThereOnceAndWhole(NpgsqlDataSource database, IReadOnlyCollection<SentOperation> sent)
    {
        var recorded = await Recorded(database);
        foreach (var operation in sent)
        {
            var whole = $"{operation.Experience} {string.Join(' ', operation.Kinds)}";
            if (recorded.Remove(operation.Id, out var found)) Assert.Equal(whole, found);
            else Assert.False(operation.Acknowledged, $"acknowledged and lost: {whole}");
        }

        Assert.Empty(recorded);
    }

    private static async Task<Dictionary<Guid, string>> Recorded(NpgsqlDataSource database)
    {
        var recorded = new Dictionary<Guid, string>();
        await using var command = database.CreateCommand(
            """
            select operation_id, experience, string_agg(kind, ' ' order by sequence), max(sequence) - min(sequence) + 1 = count(*)
            from journal.facts group by operation_id, experience
            """);
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            Assert.True(reader.GetBoolean(3), "the facts of one command follow one another");
            recorded.Add(reader.GetGuid(0), $"{reader.GetString(1)} {reader.GetString(2)}");
        }

        return recorded;
    }

    private static async Task TheReadModelEqualsAReplay(TwoSilos cluster)
    {
        var projections = new ProjectionsUnderTest(cluster.Database);
        await projections.Everything();
        var live = await ProjectionsUnderTest.Rows(cluster.Database);
        cluster.Kill(0);
        cluster.Kill(1);
        await ProjectionsUnderTest.Forget(cluster.Database);
        await projections.Everything();
        Assert.Equal(await ProjectionsUnderTest.Rows(cluster.Database), live);
    }

    private static ImmutableArray<(Profile, string)> Accounts => [(Profile.Moderator, "ditp"), (Profile.Agent, "caf-gironde")];
}
