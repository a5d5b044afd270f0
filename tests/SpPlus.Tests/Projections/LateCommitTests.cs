using Npgsql;
using SpPlus.Silo.Journal;
using SpPlus.Tests.Experiences;
using SpPlus.Tests.Infrastructure;
using Xunit;

namespace SpPlus.Tests.Projections;

public sealed class LateCommitTests
{
    [Fact]
    public async Task A_fact_that_commits_late_is_not_skipped_although_a_later_position_was_there_first()
    {
        using var server = await PostgresServer.OfItsOwn();
        await using var database = await MigratedDatabase.New(server);
        await using var journal = await new Journal.JournalUnderTest(database) { KeepsDatabase = true }.Start();
        var projections = new ProjectionsUnderTest(database);
        var (early, late, after) = (new Workload(1, 1), new Workload(2, 1), new Workload(3, 1));
        await journal.Append(early.Next());
        await projections.All();
        Assert.Equal(1L, await Experiences(database));

        await using var slow = await database.OpenConnectionAsync();
        await using (var transaction = await slow.BeginTransactionAsync())
        {
            var table = new FactTable(database, Microsoft.Extensions.Options.Options.Create(new JournalOptions()));
            await table.Insert(slow, FactRows.From([late.Next()]));
            await journal.Append(after.Next());
            await projections.All();
            await transaction.CommitAsync();
        }

        await projections.All();
        Assert.Equal(3L, await Experiences(database));
        Assert.Equal(
            await database.Scalar<long>("select max(position) from journal.facts"),
            await database.Scalar<long>("select position from journal.checkpoints where projection = 'read-model'"));
    }

    [Fact]
    public async Task Facts_of_a_transaction_that_is_rolled_back_leave_a_hole_that_nobody_waits_for()
    {
        using var server = await PostgresServer.OfItsOwn();
        await using var database = await MigratedDatabase.New(server);
        await using var journal = await new Journal.JournalUnderTest(database) { KeepsDatabase = true }.Start();
        await using (var slow = await database.OpenConnectionAsync())
        await using (await slow.BeginTransactionAsync())
        {
            var table = new FactTable(database, Microsoft.Extensions.Options.Options.Create(new JournalOptions()));
            await table.Insert(slow, FactRows.From([new Workload(4, 1).Next()]));
        }

        await journal.Append(new Workload(5, 1).Next());
        await new ProjectionsUnderTest(database).All();
        Assert.Equal(1L, await Experiences(database));
    }

    [Fact]
    public async Task Facts_are_projected_in_order_when_transaction_numbers_grow_by_a_digit()
    {
        using var server = await PostgresServer.OfItsOwn();
        await using var database = await MigratedDatabase.New(server);
        await using var journal = await new Journal.JournalUnderTest(database) { KeepsDatabase = true }.Start();
        var number = await database.Scalar<long>("select pg_current_xact_id()::text::bigint");
        var next = (long)Math.Pow(10, Math.Floor(Math.Log10(number)) + 1);
        Assert.True(next - number < 10_000);
        while (await database.Scalar<long>("select pg_current_xact_id()::text::bigint") < next - 10) { }
        var workload = new Workload(6, 2);
        for (var i = 0; i < 20; i++) await journal.Append(workload.Next());
        Assert.Equal(2L, await database.Scalar<long>("select count(distinct length(transaction::text)) from journal.facts"));

        await new ProjectionsUnderTest(database, batchSize: 3).All();
        Assert.Equal(
            await database.Scalar<long>("select max(position) from journal.facts"),
            await database.Scalar<long>("select position from journal.checkpoints where projection = 'read-model'"));
        Assert.Equal(
            (long)workload.States.Values.Sum(s => s.Standings.Length), await database.Scalar<long>("select count(*) from read.standings"));
    }

    private static Task<long> Experiences(NpgsqlDataSource database) => database.Scalar<long>("select count(*) from read.experiences");
}
