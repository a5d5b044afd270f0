using Npgsql;
using SpPlus.Contracts.Experiences;
using SpPlus.Silo.Experiences;
using SpPlus.Silo.Experiences.Facts;
using SpPlus.Silo.Projections;

namespace SpPlus.Silo.ImprovementActions;

/// <summary>
/// ACT-1: actions and their ties as rows, and a queue of the experiences that are to be told. Only queues, as the erasure does: a call
/// to a grain in here would hold every other projector back.
/// </summary>
internal sealed class ImprovementActionProjection(QueueSignal<ImprovementActionProjection> signal) : IProjection
{
    private const string PublishedSql = """
        insert into read.improvement_actions (id, structure, title, words, state, planned_for, done_on, published_at, changed_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $8)
        """;

    private const string AmendedSql = "update read.improvement_actions set title = $2, words = $3, planned_for = $4, changed_at = $5 where id = $1";

    private const string DoneSql = "update read.improvement_actions set state = 2, done_on = $2, changed_at = $3 where id = $1";

    private const string AskedSql = """
        insert into read.improvement_ties (action, experience) select $1, * from unnest($2) on conflict do nothing
        """;

    // To all of them, or to some: of the action as it stands after the fact.
    private const string TellSql = """
        insert into improvement.ties_to_tell (action, experience, state, sequence)
        select t.action, t.experience, a.state, $2
        from read.improvement_ties t join read.improvement_actions a on a.id = t.action
        where t.action = $1 and ($3::text[] is null or t.experience = any($3))
        on conflict do nothing
        """;

    private const string ToldSql = """
        insert into read.improvement_ties as t (action, experience, told) values ($1, $2, $3)
        on conflict (action, experience) do update set told = greatest(t.told, excluded.told)
        """;

    private const string EvaluatedSql = "update read.improvement_ties set answer = $3 where action = $1 and experience = $2";

    private bool queued;

    public string Name => "improvement-actions";

    public string[] Kinds { get; } = FactKinds.NamesOf(
        typeof(ImprovementActionPublished), typeof(ImprovementActionAmended), typeof(ImprovementActionDone), typeof(ExperiencesTied),
        typeof(ImprovementActionTied), typeof(ImprovementActionEvaluated));

    public async Task Project(IReadOnlyList<Recorded> facts, NpgsqlConnection connection, CancellationToken cancellation)
    {
        queued = false;
        foreach (var recorded in facts) await Project(recorded, connection, cancellation);
    }

    public void Committed()
    {
        if (queued) signal.Raise();
    }

    private async Task Project(Recorded recorded, NpgsqlConnection connection, CancellationToken cancellation)
    {
        var (id, at) = (recorded.Stream.Value, recorded.HappenedAt.ToUniversalTime());
        switch (recorded.Fact)
        {
            case ImprovementActionPublished f:
                await Run(PublishedSql, id, f.Structure.Value, f.Title, f.Text, (short)f.State, Day(f.PlannedFor), Day(f.DoneOn), at);
                await Tie(f.Experiences);
                break;
            case ImprovementActionAmended f:
                await Run(AmendedSql, id, f.Title, f.Text, Day(f.PlannedFor), at);
                break;
            case ImprovementActionDone f:
                await Run(DoneSql, id, f.DoneOn, at);
                await Tell(null);
                break;
            case ExperiencesTied f:
                await Tie(f.Experiences);
                break;
            case ImprovementActionTied f:
                await Run(ToldSql, f.Action.Value, id, (short)f.State);
                break;
            case ImprovementActionEvaluated f:
                await Run(EvaluatedSql, f.Action.Value, id, (short)f.Answer);
                break;
        }

        async Task Tie(IEnumerable<ExperienceId> experiences)
        {
            string[] ids = [.. experiences.Select(e => e.Value)];
            await Run(AskedSql, id, ids);
            await Tell(ids);
        }

        Task Tell(string[]? ids)
        {
            queued = true;
            return Run(TellSql, id, recorded.Sequence, Texts(ids));
        }

        Task Run(string sql, params object[] values) => connection.Run(sql, values, cancellation);
    }

    private static object Texts(string[]? values) => (object?)values ?? DBNull.Value;

    private static object Day(DateOnly? day) => (object?)day ?? DBNull.Value;
}
