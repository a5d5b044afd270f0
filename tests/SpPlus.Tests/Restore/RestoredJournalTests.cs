using Npgsql;
using SpPlus.Silo.Journal;
using SpPlus.Tests.Experiences;
using SpPlus.Tests.Infrastructure;
using SpPlus.Tests.Projections;
using Xunit;

namespace SpPlus.Tests.Restore;

/// <summary>Transaction numbers belong to a server: a journal that comes from one that has run for longer is numbered for its new one.</summary>
public sealed class RestoredJournalTests
{
    private const string OrderSql = "select experience, sequence from journal.facts order by transaction, position";

    [Fact]
    public async Task The_order_of_the_journal_and_how_far_each_projection_is_outlive_a_server_whose_transactions_are_lower()
    {
        using var old = await PostgresServer.OfItsOwn();
        using var other = await PostgresServer.OfItsOwn();
        await old.Age(20_000);
        await using var served = await MigratedDatabase.New(old);
        var workload = await Fill(served);
        var (order, told) = (await served.Rows(OrderSql), await served.Rows("select id, status from read.experiences order by id"));
        Assert.NotEqual(order, await served.Rows("select experience, sequence from journal.facts order by position"));
        var backup = old.Dump(served.ConnectionString);
        await new ProjectionsUnderTest(served).Everything();
        var reads = await Reads(served);

        var connectionString = await other.Restore(backup);
        await using var restored = NpgsqlDataSource.Create(connectionString);
        Assert.Equal(told, await restored.Rows("select id, status from read.experiences order by id"));
        Assert.Equal(order, await restored.Rows(OrderSql));
        Assert.True(await restored.Scalar<bool>("select min(transaction) > pg_snapshot_xmax(pg_current_snapshot()) from journal.facts"));
        Assert.Equal(0, (await Restored.MakeSafe(connectionString)).Code);
        var numbered = await restored.Rows("select experience, sequence, position from journal.facts order by transaction, position");
        Assert.Contains("rien à faire", (await Restored.MakeSafe(connectionString)).Output, StringComparison.Ordinal);
        Assert.Equal(0, (await Restored.MakeSafe(connectionString, force: true)).Code);

        Assert.Equal(numbered, await restored.Rows("select experience, sequence, position from journal.facts order by transaction, position"));
        Assert.Equal(order, await restored.Rows(OrderSql));
        await new ProjectionsUnderTest(restored).Everything();
        Assert.Equal(reads, await Reads(restored));

        await GoOn(restored, workload);
        await AssertReplay(restored);
    }

    [Fact]
    public async Task A_backup_taken_to_a_server_that_has_run_for_longer_keeps_its_numbers()
    {
        using var old = await PostgresServer.OfItsOwn();
        using var other = await PostgresServer.OfItsOwn();
        await other.Age(20_000);
        await using var served = await MigratedDatabase.New(old);
        var workload = await Fill(served);
        var places = await served.Rows("select transaction, position from journal.facts order by 1, 2");

        var connectionString = await other.Restore(old.Dump(served.ConnectionString));
        Assert.Equal(0, (await Restored.MakeSafe(connectionString)).Code);
        await using var restored = NpgsqlDataSource.Create(connectionString);
        Assert.Equal(places, await restored.Rows("select transaction, position from journal.facts order by 1, 2"));
        await GoOn(restored, workload);
        await AssertReplay(restored);
    }

    /// <summary>Facts whose positions and transactions tell another order, some of them projected.</summary>
    private static async Task<Workload> Fill(NpgsqlDataSource database)
    {
        await using var journal = await new Journal.JournalUnderTest(database) { KeepsDatabase = true }.Start();
        var (workload, late) = (new Workload(31), new Workload(32, 1));
        for (var i = 0; i < 100; i++) Assert.Equal(AppendOutcome.Recorded, await journal.Append(workload.Next()));
        await new ProjectionsUnderTest(database, batchSize: 17).ReadModel.ProjectOnce(CancellationToken.None);
        await new ProjectionsUnderTest(database, batchSize: 40).Mail.ProjectOnce(CancellationToken.None);
        await using var slow = await database.OpenConnectionAsync();
        await using var transaction = await slow.BeginTransactionAsync();
        await using (var number = new NpgsqlCommand("select pg_current_xact_id()", slow)) await number.ExecuteNonQueryAsync();
        for (var i = 0; i < 100; i++) Assert.Equal(AppendOutcome.Recorded, await journal.Append(workload.Next()));
        await new FactTable(database, Microsoft.Extensions.Options.Options.Create(new JournalOptions())).Insert(slow, FactRows.From([late.Next()]));
        await transaction.CommitAsync();
        for (var i = 0; i < 100; i++) Assert.Equal(AppendOutcome.Recorded, await journal.Append(workload.Next()));
        return workload;
    }

    private static async Task GoOn(NpgsqlDataSource database, Workload workload)
    {
        await using var journal = await new Journal.JournalUnderTest(database) { KeepsDatabase = true }.Start();
        var facts = await database.Scalar<long>("select count(*) from journal.facts");
        for (var i = 0; i < 50; i++) Assert.Equal(AppendOutcome.Recorded, await journal.Append(workload.Next()));
        Assert.True(await database.Scalar<long>("select count(*) from journal.facts") > facts);
        await new ProjectionsUnderTest(database).Everything();
    }

    private static async Task AssertReplay(NpgsqlDataSource database)
    {
        var before = await Reads(database);
        await ProjectionsUnderTest.Forget(database);
        await new ProjectionsUnderTest(database).Everything();
        Assert.Equal(before, await Reads(database));
    }

    /// <summary>But places in the journal, which are the server's, and mails, which are held for steps to come too.</summary>
    private static async Task<string> Reads(NpgsqlDataSource database) => string.Join('\n',
    [
        .. await database.Rows("select * from read.experiences order by id"),
        .. await database.Rows("select * from read.standings order by experience, structure"),
        .. await database.Rows("select * from read.responses order by experience, structure"),
        .. await database.Rows("select * from read.transfers order by experience, structure"),
        .. await database.Rows("select * from read.reports order by experience, number"),
        .. await database.Rows("select * from read.standing_counts order by structure, feeling"),
        .. await database.Rows("select * from read.improvement_ties order by action, experience"),
        .. await database.Rows("select structure, experience, kind, sequence, at, other from read.notices order by structure, experience, kind"),
    ]);
}
