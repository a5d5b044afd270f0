using SpPlus.Silo.Journal;
using SpPlus.Tests.Infrastructure;
using Xunit;

namespace SpPlus.Tests.Journal;

public sealed class DatabaseAwayTests
{
    [Fact]
    public async Task With_PostgreSQL_stopped_nothing_is_recorded_and_everybody_is_told_then_it_works_again()
    {
        using var server = await PostgresServer.OfItsOwn();
        await using var journal = await (await JournalUnderTest.New(server: server)).Start();
        var experience = JournalUnderTest.NewExperience();
        Assert.Equal(AppendOutcome.Recorded, await journal.Append(JournalUnderTest.Comments(experience, 0, "before")));
        server.Stop();
        journal.Database.Clear();

        var refused = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ =>
            journal.Append(JournalUnderTest.Comments(JournalUnderTest.NewExperience(), 0, "away"))));
        Assert.All(refused, outcome => Assert.Equal(AppendOutcome.Unavailable, outcome));
        await Assert.ThrowsAsync<JournalUnreachableException>(() => journal.Read(experience));

        await server.StartAgain();
        Assert.Equal(AppendOutcome.Recorded, await journal.Append(JournalUnderTest.Comments(experience, 1, "after")));
        Assert.Equal(2L, await journal.Database.Scalar<long>("select count(*) from journal.facts"));
    }

    [Fact]
    public async Task A_commit_whose_answer_is_lost_is_unknown_and_never_called_refused()
    {
        using var server = await PostgresServer.OfItsOwn();
        await using var journal = await (await JournalUnderTest.New(server: server)).Start();
        Assert.Equal(AppendOutcome.Recorded, await journal.Append(JournalUnderTest.Comments(JournalUnderTest.NewExperience(), 0, "warm")));
        await using var blocker = await journal.Database.OpenConnectionAsync();
        await using var transaction = await blocker.BeginTransactionAsync();
        await using (var block = new Npgsql.NpgsqlCommand("lock table journal.facts in exclusive mode", blocker)) await block.ExecuteNonQueryAsync();
        var append = journal.Append(JournalUnderTest.Comments(JournalUnderTest.NewExperience(), 0, "in flight"));
        await Blocked(journal);
        await server.Restart();

        await Assert.ThrowsAsync<AppendOutcomeUnknownException>(() => append);
        journal.Database.Clear();
        Assert.Equal(AppendOutcome.Recorded, await journal.Append(JournalUnderTest.Comments(JournalUnderTest.NewExperience(), 0, "again")));
    }

    private static async Task Blocked(JournalUnderTest journal)
    {
        while (!await journal.Database.Scalar<bool>("select exists (select from pg_locks where not granted)")) await Task.Yield();
    }
}
