using Npgsql;
using NpgsqlTypes;
using SpPlus.Contracts.Experiences;
using SpPlus.Contracts.ImprovementActions;
using SpPlus.Contracts.Structures;

namespace SpPlus.Silo.ImprovementActions;

/// <summary>The SQL of <c>improvement.ties_to_tell</c>. What is told is the action as it stands; in whose name, the fact that asked for it says.</summary>
internal sealed class TieQueue(NpgsqlDataSource database)
{
    // An experience hears of an action's states in their order.
    private const string DueSql = """
        select q.experience, q.action, a.structure, a.title, q.state, a.done_on, f.actor, f.actor_subject, f.actor_name, f.actor_structure
        from improvement.ties_to_tell q
        join read.improvement_actions a on a.id = q.action
        join journal.facts f on f.experience = q.action and f.sequence = q.sequence
        where q.due_at <= now()
        order by q.due_at, q.action, q.experience, q.state limit $1
        """;

    private const string DoneSql = """
        delete from improvement.ties_to_tell q using unnest($1, $2, $3) as t (action, experience, state)
        where q.action = t.action and q.experience = t.experience and q.state = t.state
        """;

    private const string LaterSql = """
        update improvement.ties_to_tell q set due_at = now() + $4 from unnest($1, $2, $3) as t (action, experience, state)
        where q.action = t.action and q.experience = t.experience and q.state = t.state
        """;

    public async Task<List<DueTie>> Due(int limit, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(DueSql);
        command.Parameters.Add(new() { Value = limit });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var due = new List<DueTie>();
        while (await reader.ReadAsync(cancellation)) due.Add(Tie(reader));
        return due;
    }

    public Task Done(IReadOnlyCollection<DueTie> ties, CancellationToken cancellation) => Run(DoneSql, ties, null, cancellation);

    /// <summary>So that what cannot be told does not stand before what can.</summary>
    public Task Later(IReadOnlyCollection<DueTie> ties, TimeSpan wait, CancellationToken cancellation) => Run(LaterSql, ties, wait, cancellation);

    private async Task Run(string sql, IReadOnlyCollection<DueTie> ties, TimeSpan? wait, CancellationToken cancellation)
    {
        if (ties.Count == 0) return;
        await using var command = database.CreateCommand(sql);
        Add(NpgsqlDbType.Text, ties.Select(t => t.Tie.Action.Value).ToArray());
        Add(NpgsqlDbType.Text, ties.Select(t => t.Experience.Value).ToArray());
        Add(NpgsqlDbType.Smallint, ties.Select(t => (short)t.Tie.State).ToArray());
        if (wait is { } pause) command.Parameters.Add(new() { Value = pause });
        await command.ExecuteNonQueryAsync(cancellation);

        void Add(NpgsqlDbType type, Array values) => command.Parameters.Add(new() { Value = values, NpgsqlDbType = NpgsqlDbType.Array | type });
    }

    private static DueTie Tie(NpgsqlDataReader reader) => new(ExperienceId.Parse(reader.GetString(0)), new()
    {
        Action = ImprovementActionId.Parse(reader.GetString(1)),
        Structure = StructureId.Parse(reader.GetString(2)),
        Title = reader.GetString(3),
        State = (ImprovementActionState)reader.GetInt16(4),
        DoneOn = reader.IsDBNull(5) ? null : reader.GetFieldValue<DateOnly>(5),
        ActorKind = (HistoryActor)reader.GetInt16(6),
        ActorSubject = reader.IsDBNull(7) ? null : reader.GetString(7),
        ActorName = reader.IsDBNull(8) ? null : reader.GetString(8),
        ActorStructure = reader.IsDBNull(9) ? null : StructureId.Parse(reader.GetString(9)),
    });
}

/// <summary>An experience that is to be told now.</summary>
internal sealed record DueTie(ExperienceId Experience, ActionTie Tie);
