using Npgsql;
using SpPlus.Contracts.Experiences;
using SpPlus.Silo.Experiences;
using SpPlus.Silo.Experiences.Facts;
using SpPlus.Silo.Journal;
using SpPlus.Tests.Infrastructure;
using Xunit;

namespace SpPlus.Tests.Journal;

public sealed class GroupCommitTests
{
    [Fact]
    public async Task A_group_is_one_transaction_and_keeps_the_order_of_its_commands_and_of_their_facts()
    {
        await using var journal = await JournalUnderTest.New();
        var experiences = Enumerable.Range(0, 40).Select(_ => JournalUnderTest.NewExperience()).ToArray();
        var appends = experiences
            .Select((e, i) => journal.Append(JournalUnderTest.Comments(e, 0, $"{i:00}a", $"{i:00}b", $"{i:00}c"))).ToArray();
        await journal.Start();

        Assert.All(await Task.WhenAll(appends), outcome => Assert.Equal(AppendOutcome.Recorded, outcome));
        Assert.Equal(1L, await journal.Database.Scalar<long>("select count(distinct transaction) from journal.facts"));
        Assert.Equal(
            Enumerable.Range(0, 40).SelectMany(i => new[] { $"({i:00}a)", $"({i:00}b)", $"({i:00}c)" }),
            await journal.Database.Rows("select body->>'text' from journal.facts order by position"));
        Assert.Equal([1, 2, 3], (await journal.Read(experiences[7])).Select(r => r.Sequence));
    }

    [Fact]
    public async Task A_conflict_in_a_group_fails_only_its_own_command()
    {
        await using var journal = await JournalUnderTest.New();
        var (taken, free) = (JournalUnderTest.NewExperience(), JournalUnderTest.NewExperience());
        var first = journal.Append(JournalUnderTest.Comments(taken, 0, "first", "second"));
        await journal.Start();
        await first;
        await journal.Stop();

        await using var second = new JournalUnderTest(journal.Database) { KeepsDatabase = true };
        var before = second.Append(JournalUnderTest.Comments(free, 0, "before"));
        var conflicting = second.Append(JournalUnderTest.Comments(taken, 1, "fork", "fork again"));
        var after = second.Append(JournalUnderTest.Comments(free, 1, "after"));
        await second.Start();

        Assert.Equal(AppendOutcome.Recorded, await before);
        Assert.Equal(AppendOutcome.Conflict, await conflicting);
        Assert.Equal(AppendOutcome.Recorded, await after);
        Assert.Equal(["first", "second"], Texts(await second.Read(taken)));
        Assert.Equal(["before", "after"], Texts(await second.Read(free)));
    }

    [Fact]
    public async Task Rows_that_PostgreSQL_refuses_fail_only_their_own_command()
    {
        await using var journal = await JournalUnderTest.New();
        var experience = JournalUnderTest.NewExperience();
        var before = journal.Append(JournalUnderTest.Comments(experience, 0, "before"));
        var text = journal.Append(Poisoned("not a \0 text"));
        var number = journal.Append(JournalUnderTest.Comments(JournalUnderTest.NewExperience(), -9, "before the beginning"));
        var after = journal.Append(JournalUnderTest.Comments(experience, 1, "after"));
        await journal.Start();

        Assert.Equal(AppendOutcome.Recorded, await before);
        Assert.Equal("22021", (await Assert.ThrowsAsync<PostgresException>(() => text)).SqlState);
        Assert.Equal("23514", (await Assert.ThrowsAsync<PostgresException>(() => number)).SqlState);
        Assert.Equal(AppendOutcome.Recorded, await after);
        Assert.Equal(2L, await journal.Database.Scalar<long>("select count(*) from journal.facts"));
    }

    [Fact]
    public async Task Facts_that_cannot_be_written_down_fail_only_their_own_command()
    {
        await using var journal = await JournalUnderTest.New();
        var before = journal.Append(JournalUnderTest.Comments(JournalUnderTest.NewExperience(), 0, "before"));
        var unwritable = JournalUnderTest.Comments(JournalUnderTest.NewExperience(), 0) with
        {
            Facts = [new GeneralTagsQualified { Tags = default }],
        };
        Assert.ThrowsAny<Exception>(() => { _ = journal.Append(unwritable); });
        var unreadable = JournalUnderTest.Comments(JournalUnderTest.NewExperience(), 0, "not a \0 text");
        Assert.Throws<UnstorableFactException>(() => { _ = journal.Append(unreadable); });
        var after = journal.Append(JournalUnderTest.Comments(JournalUnderTest.NewExperience(), 0, @"after \u0000 and \\u0000"));
        await journal.Start();

        Assert.Equal(AppendOutcome.Recorded, await before);
        Assert.Equal(AppendOutcome.Recorded, await after);
    }

    [Fact]
    public async Task A_full_queue_refuses_at_once_and_forgets_nothing_that_it_took()
    {
        await using var journal = await JournalUnderTest.New(new() { QueueLimit = 3 });
        var appends = Enumerable.Range(0, 5)
            .Select(_ => journal.Append(JournalUnderTest.Comments(JournalUnderTest.NewExperience(), 0, "x"))).ToArray();
        Assert.All(appends[3..], refused => Assert.Equal(AppendOutcome.Unavailable, refused.Result));
        await journal.Start();

        Assert.All(await Task.WhenAll(appends[..3]), outcome => Assert.Equal(AppendOutcome.Recorded, outcome));
        Assert.Equal(3L, await journal.Database.Scalar<long>("select count(*) from journal.facts"));
    }

    [Fact]
    public async Task What_was_taken_before_the_stop_is_written_and_what_comes_after_is_refused()
    {
        await using var journal = await JournalUnderTest.New();
        await journal.Start();
        Assert.Equal(AppendOutcome.Recorded, await journal.Append(JournalUnderTest.Comments(JournalUnderTest.NewExperience(), 0, "x")));
        var appends = Enumerable.Range(0, 200)
            .Select(_ => journal.Append(JournalUnderTest.Comments(JournalUnderTest.NewExperience(), 0, "x"))).ToArray();
        await journal.Stop();

        Assert.All(await Task.WhenAll(appends), outcome => Assert.Equal(AppendOutcome.Recorded, outcome));
        Assert.Equal(AppendOutcome.Unavailable, await journal.Append(JournalUnderTest.Comments(JournalUnderTest.NewExperience(), 0, "late")));
    }

    [Fact]
    public async Task A_journal_stopped_as_soon_as_started_leaves_nobody_waiting()
    {
        await using var journal = await JournalUnderTest.New();
        var append = journal.Append(JournalUnderTest.Comments(JournalUnderTest.NewExperience(), 0, "x"));
        await journal.Start();
        await journal.Stop();

        var recorded = await append == AppendOutcome.Recorded;
        Assert.Equal(recorded ? 1L : 0L, await journal.Database.Scalar<long>("select count(*) from journal.facts"));
    }

    [Fact]
    public async Task Two_activations_of_one_experience_cannot_fork_its_history()
    {
        await using var one = await JournalUnderTest.New();
        await using var other = new JournalUnderTest(one.Database) { KeepsDatabase = true };
        await one.Start();
        await other.Start();
        for (var round = 0; round < 50; round++)
        {
            var experience = JournalUnderTest.NewExperience();
            var outcomes = await Task.WhenAll(
                one.Append(JournalUnderTest.Comments(experience, 0, "one", "one")),
                other.Append(JournalUnderTest.Comments(experience, 0, "other", "other")));
            Assert.Equal([AppendOutcome.Recorded, AppendOutcome.Conflict], outcomes.Order());
            var texts = Texts(await one.Read(experience));
            Assert.Equal(outcomes[0] == AppendOutcome.Recorded ? ["one", "one"] : ["other", "other"], texts);
        }
    }

    private static Append Poisoned(string name) => JournalUnderTest.Comments(JournalUnderTest.NewExperience(), 0, "poison") with
    {
        Actor = new() { Kind = HistoryActor.Agent, Subject = "s", Name = name },
    };

    private static IEnumerable<string> Texts(IEnumerable<Recorded> facts) => facts.Select(r => ((CommentAdded)r.Fact).Text);
}
