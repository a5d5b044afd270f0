using Npgsql;
using SpPlus.Silo.Experiences;
using SpPlus.Silo.Journal;
using SpPlus.Tests.Experiences;
using SpPlus.Tests.Infrastructure;
using Xunit;

namespace SpPlus.Tests.Projections;

public sealed class ReplayTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 3)]
    [InlineData(3, 17)]
    [InlineData(4, 200)]
    public async Task A_replay_into_an_empty_read_model_gives_the_same_rows_byte_for_byte(int seed, int batchSize)
    {
        await using var database = await MigratedDatabase.New();
        await Fill(database, seed, new ProjectionsUnderTest(database, batchSize).Everything);
        var before = await ProjectionsUnderTest.Rows(database);
        Assert.True(await database.Scalar<long>("select count(distinct kind) from journal.facts") >= 18);

        await ProjectionsUnderTest.Forget(database);
        await new ProjectionsUnderTest(database).Everything();

        Assert.Equal(before, await ProjectionsUnderTest.Rows(database));
    }

    [Fact]
    public async Task A_projector_that_dies_between_rows_and_checkpoint_has_done_nothing_and_the_next_does_it_once()
    {
        await using var database = await MigratedDatabase.New();
        await Fill(database, 7, () => Task.CompletedTask);
        var dying = ProjectionsUnderTest.Projector(new DyingProjection(), database);
        await Assert.ThrowsAsync<InvalidOperationException>(() => dying.ProjectOnce(CancellationToken.None));
        Assert.Equal(0L, await database.Scalar<long>("select count(*) from read.experiences"));

        await new ProjectionsUnderTest(database).Everything();
        var once = await ProjectionsUnderTest.Rows(database);
        await new ProjectionsUnderTest(database).Everything();
        Assert.Equal(once, await ProjectionsUnderTest.Rows(database));
    }

    [Fact]
    public async Task Two_projectors_at_once_do_each_fact_once_between_them()
    {
        await using var database = await MigratedDatabase.New();
        await Fill(database, 8, () => Task.CompletedTask);
        var last = await database.Scalar<long>("select max(position) from journal.facts");
        var projectors = Enumerable.Range(0, 3).Select(_ => new ProjectionsUnderTest(database, 5)).ToArray();
        while (await database.Scalar<long>("select coalesce(min(position), 0) from journal.checkpoints") < last
            || await database.Scalar<long>("select count(*) from journal.checkpoints") < 6)
            await Task.WhenAll(projectors.Select(p => p.All()));
        var shared = await ProjectionsUnderTest.Rows(database);

        await ProjectionsUnderTest.Forget(database);
        await new ProjectionsUnderTest(database).Everything();
        Assert.Equal(await ProjectionsUnderTest.Rows(database), shared);
    }

    [Fact]
    public async Task The_read_model_says_what_the_experiences_themselves_say()
    {
        await using var database = await MigratedDatabase.New();
        var workload = await Fill(database, 9, () => Task.CompletedTask);
        await new ProjectionsUnderTest(database, 30).Everything();

        var expected = workload.States.OrderBy(s => s.Key.Value, StringComparer.Ordinal).Select(s => string.Join(' ',
            [
                s.Key.Value, (int)s.Value.Status!, (int)s.Value.AnswerStatus(),
                .. s.Value.Standings.Select(t => $"{t.Structure}:{(int)t.Status}:{t.Evaluation?.Useful}:{t.Published?.Version ?? 0}:{t.Adoption?.Adopted}:{IsAmending(t)}".ToLowerInvariant()),
            ]));
        Assert.Equal(expected.Select(e => $"(\"{e}\")"), await database.Rows(
            """
            select concat_ws(' ', e.id, e.status, e.answer_status, (
                select string_agg(concat_ws(':', s.structure, s.status, coalesce(r.useful::text, ''), coalesce(r.version, 0), coalesce(r.adopted, ''), s.amending::text), ' ' order by s.ordinal)
                from read.standings s left join read.responses r using (experience, structure) where s.experience = e.id))
            from read.experiences e order by e.id
            """));
    }

    [Theory]
    [InlineData(10, 1)]
    [InlineData(11, 25)]
    public async Task Each_structure_s_counts_are_those_of_its_open_standings(int seed, int batchSize)
    {
        await using var database = await MigratedDatabase.New();
        await Fill(database, seed, new ProjectionsUnderTest(database, batchSize).Everything);

        var counted = await database.Rows(
            """
            select structure, feeling, status, n from read.standing_counts, lateral (values
                (1, to_do), (2, draft), (3, to_validate), (4, published), (5, adopted), (6, not_concerned), (7, publishing)) as c (status, n)
            where n <> 0 order by 1, 2, 3
            """);
        Assert.NotEmpty(counted);
        Assert.Equal(counted, await database.Rows(
            "select structure, feeling, case when amending then 3 else status end, count(*) from read.standings where open group by 1, 2, 3 order by 1, 2, 3"));
    }

    private static bool IsAmending(Standing standing) =>
        standing is { IsAnswered: true, Pending: null, Draft.AwaitsValidation: true };

    private static async Task<Workload> Fill(NpgsqlDataSource database, int seed, Func<Task> project)
    {
        await using var journal = await new Journal.JournalUnderTest(database) { KeepsDatabase = true }.Start();
        var workload = new Workload(seed);
        for (var i = 0; i < 400; i++)
        {
            Assert.Equal(AppendOutcome.Recorded, await journal.Append(workload.Next()));
            if (i % 20 == 0) await project();
        }

        await project();
        return workload;
    }
}
