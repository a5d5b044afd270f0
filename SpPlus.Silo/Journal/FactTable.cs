using Microsoft.Extensions.Options;
using Npgsql;
using NpgsqlTypes;
using SpPlus.Contracts.Experiences;
using SpPlus.Silo.Experiences;
using SpPlus.Silo.Experiences.Facts;

namespace SpPlus.Silo.Journal;

/// <summary>The SQL of <c>journal.facts</c>.</summary>
internal sealed class FactTable(NpgsqlDataSource database, IOptions<JournalOptions> options)
{
    // A non-null ordinality keeps positions in the order of the arrays, so that facts of one statement read in their order.
    private const string InsertSql = """
        insert into journal.facts
            (experience, sequence, operation_id, kind, actor, actor_subject, actor_name, actor_structure, happened_at, body)
        select experience, sequence, operation_id, kind, actor, actor_subject, actor_name, actor_structure, happened_at, body::json
        from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) with ordinality as fact
            (experience, sequence, operation_id, kind, actor, actor_subject, actor_name, actor_structure, happened_at, body, ordinality)
        order by ordinality
        """;

    private const string RewriteSql = """
        update journal.facts f set body = r.body::json
        from unnest($2, $3, $4) as r (sequence, kind, body)
        where f.experience = $1 and f.sequence = r.sequence and f.kind = r.kind
        """;

    public const string Columns =
        "experience, sequence, operation_id, kind, actor, actor_subject, actor_name, actor_structure, happened_at, recorded_at, body";

    /// <summary>All or nothing. Throws <see cref="JournalUnreachableException"/> when nothing can have been sent.</summary>
    public async Task Insert(FactRows rows)
    {
        await using var connection = await Open();
        await Insert(connection, rows);
    }

    public async Task Insert(NpgsqlConnection connection, FactRows rows)
    {
        await using var command = new NpgsqlCommand(InsertSql, connection) { CommandTimeout = options.Value.TimeoutSeconds };
        Add(command, NpgsqlDbType.Text, rows.Streams);
        Add(command, NpgsqlDbType.Integer, rows.Sequences);
        Add(command, NpgsqlDbType.Uuid, rows.Operations);
        Add(command, NpgsqlDbType.Text, rows.Kinds);
        Add(command, NpgsqlDbType.Smallint, rows.Actors);
        Add(command, NpgsqlDbType.Text, rows.Subjects);
        Add(command, NpgsqlDbType.Text, rows.Names);
        Add(command, NpgsqlDbType.Text, rows.Structures);
        Add(command, NpgsqlDbType.TimestampTz, rows.HappenedAt);
        Add(command, NpgsqlDbType.Text, rows.Bodies);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>
    /// Erasure's alone (SUBMIT-4): gives facts another body, in one statement; who, when, what kind and where in the journal stay.
    /// </summary>
    public async Task Rewrite(ExperienceId experience, IReadOnlyList<(int Sequence, Fact Fact)> facts)
    {
        if (facts.Count == 0) return;
        await using var connection = await Open();
        await using var command = new NpgsqlCommand(RewriteSql, connection) { CommandTimeout = options.Value.TimeoutSeconds };
        command.Parameters.Add(new() { Value = experience.Value, NpgsqlDbType = NpgsqlDbType.Text });
        Add(command, NpgsqlDbType.Integer, [.. facts.Select(f => f.Sequence)]);
        Add(command, NpgsqlDbType.Text, [.. facts.Select(f => FactKinds.NameOf(f.Fact))]);
        Add(command, NpgsqlDbType.Text, [.. facts.Select(f => FactKinds.Write(f.Fact))]);
        await command.ExecuteNonQueryAsync();
    }

    public Task<IReadOnlyList<Recorded>> Read(StreamKey stream, int afterSequence) =>
        Read(stream, "sequence > $2 order by sequence", afterSequence);

    public Task<IReadOnlyList<Recorded>> ReadWithoutComments(ExperienceId experience) =>
        Read(experience, $"kind <> '{FactKinds.CommentAddedName}' order by sequence");

    public Task<IReadOnlyList<Recorded>> ReadComments(ExperienceId experience, int beforeSequence, int limit) =>
        Read(experience, $"kind = '{FactKinds.CommentAddedName}' and sequence < $2 order by sequence desc limit $3", beforeSequence, limit);

    private async Task<IReadOnlyList<Recorded>> Read(StreamKey stream, string which, params int[] numbers)
    {
        await using var connection = await Open();
        await using var command = new NpgsqlCommand($"select {Columns} from journal.facts where experience = $1 and {which}", connection);
        command.Parameters.Add(new() { Value = stream.Value, NpgsqlDbType = NpgsqlDbType.Text });
        foreach (var number in numbers) command.Parameters.Add(new() { Value = number, NpgsqlDbType = NpgsqlDbType.Integer });
        await using var reader = await command.ExecuteReaderAsync();
        var facts = new List<Recorded>();
        while (await reader.ReadAsync()) facts.Add(FactRows.Recorded(reader));
        return facts;
    }

    private async Task<NpgsqlConnection> Open()
    {
        try
        {
            return await database.OpenConnectionAsync();
        }
        catch (Exception exception) when (exception is NpgsqlException or TimeoutException)
        {
            throw new JournalUnreachableException(exception);
        }
    }

    private static void Add<T>(NpgsqlCommand command, NpgsqlDbType type, List<T> values) =>
        command.Parameters.Add(new() { Value = values, NpgsqlDbType = NpgsqlDbType.Array | type });
}
