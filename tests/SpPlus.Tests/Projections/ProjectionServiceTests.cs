using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Npgsql;
using SpPlus.Silo.Experiences;
using SpPlus.Silo.Journal;
using SpPlus.Silo.Projections;
using SpPlus.Tests.Experiences;
using SpPlus.Tests.Infrastructure;
using Xunit;

namespace SpPlus.Tests.Projections;

/// <summary>Projections that go on together, and what happens when one of them cannot.</summary>
public sealed class ProjectionServiceTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(4_000)]
    public async Task Together_they_write_what_each_writes_alone(int batchSize)
    {
        await using var database = await Filled(seed: 21);
        var alone = await EachAlone(database);
        var service = Service(database, batchSize);
        await ToTheEnd(database, service);
        Assert.Equal(alone, await ProjectionsUnderTest.Rows(database));
        Assert.Equal(1, await Places(database));

        // Somebody makes them begin again while the silo runs.
        await ProjectionsUnderTest.Forget(database);
        await ToTheEnd(database, service);
        Assert.Equal(alone, await ProjectionsUnderTest.Rows(database));
    }

    [Fact]
    public async Task Those_that_stand_at_different_places_write_what_is_theirs_and_meet_again()
    {
        await using var database = await Filled(seed: 22);
        var alone = await EachAlone(database);
        var ahead = new ProjectionsUnderTest(database, batchSize: 30);
        await ahead.ReadModel.ProjectOnce(CancellationToken.None);
        await ahead.ReadModel.ProjectOnce(CancellationToken.None);
        await ahead.Mail.ProjectOnce(CancellationToken.None);
        await ToTheEnd(database, Service(database, batchSize: 25));

        Assert.Equal(alone, await ProjectionsUnderTest.Rows(database));
        Assert.Equal(1, await Places(database));
    }

    [Fact]
    public async Task One_that_fails_stays_behind_alone_and_catches_up_when_it_can()
    {
        await using var database = await Filled(seed: 23);
        var alone = await EachAlone(database);
        var service = new ProjectionService(
            [.. ProjectionsUnderTest.Projections().Select(p => p is NoticeProjection ? new Failing(p) : p)], Projector(database, 25), database,
            new JournalSignal(), Options.Create(new ProjectorOptions()), TimeProvider.System, NullLogger<ProjectionService>.Instance);
        var last = await database.Scalar<long>("select max(position) from journal.facts");
        bool failed;
        do (_, failed) = await service.Round(CancellationToken.None);
        while (await database.Scalar<long>("select position from journal.checkpoints where projection = 'read-model'") < last);

        Assert.True(failed);
        Assert.Equal(0L, await database.Scalar<long>("select count(*) from read.notices"));
        Assert.Equal(["(notices)"], await database.Rows($"select projection from journal.checkpoints where position < {last}"));

        await ToTheEnd(database, Service(database, batchSize: 25));
        Assert.Equal(alone, await ProjectionsUnderTest.Rows(database));
    }

    [Fact]
    public async Task Several_silos_at_once_do_each_fact_once_between_them()
    {
        await using var database = await Filled(seed: 24);
        var alone = await EachAlone(database);
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => ToTheEnd(database, Service(database, batchSize: 5))));

        Assert.Equal(alone, await ProjectionsUnderTest.Rows(database));
    }

    private static async Task<NpgsqlDataSource> Filled(int seed)
    {
        var database = await MigratedDatabase.New();
        await using var journal = await new Journal.JournalUnderTest(database) { KeepsDatabase = true }.Start();
        var workload = new Workload(seed);
        for (var i = 0; i < 400; i++) Assert.Equal(AppendOutcome.Recorded, await journal.Append(workload.Next()));
        return database;
    }

    /// <summary>What a projector for each writes; nothing of it is left.</summary>
    private static async Task<string> EachAlone(NpgsqlDataSource database)
    {
        await new ProjectionsUnderTest(database).Everything();
        var rows = await ProjectionsUnderTest.Rows(database);
        await ProjectionsUnderTest.Forget(database);
        return rows;
    }

    private static ProjectionService Service(NpgsqlDataSource database, int batchSize) => new(
        ProjectionsUnderTest.Projections(), Projector(database, batchSize), database, new JournalSignal(), Options.Create(new ProjectorOptions()),
        TimeProvider.System, NullLogger<ProjectionService>.Instance);

    private static Projector Projector(NpgsqlDataSource database, int batchSize) =>
        new(database, Options.Create(new ProjectorOptions { BatchSize = batchSize }));

    /// <summary>Other databases of the server may hold back what can be read.</summary>
    private static async Task ToTheEnd(NpgsqlDataSource database, ProjectionService service)
    {
        do await service.Round(CancellationToken.None);
        while (await database.Scalar<bool>(
            "select coalesce((select min(position) from journal.checkpoints), 0) < (select max(position) from journal.facts)"));
    }

    private static Task<long> Places(NpgsqlDataSource database) =>
        database.Scalar<long>("select count(distinct (transaction, position)) from journal.checkpoints");

    /// <summary>Writes what it should, and fails then.</summary>
    private sealed class Failing(IProjection inner) : IProjection
    {
        public string Name => inner.Name;

        public string[]? Kinds => inner.Kinds;

        public async Task Project(IReadOnlyList<Recorded> facts, NpgsqlConnection connection, CancellationToken cancellation)
        {
            await inner.Project(facts, connection, cancellation);
            throw new InvalidOperationException("It cannot.");
        }
    }
}
