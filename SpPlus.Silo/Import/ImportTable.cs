using Npgsql;
using NpgsqlTypes;
using SpPlus.Contracts.Experiences;
using SpPlus.Silo.Journal;

namespace SpPlus.Silo.Import;

/// <summary>Whole histories into <c>journal.facts</c>, many at once. The journal's own key decides what is there already.</summary>
internal sealed class ImportTable(NpgsqlDataSource database)
{
    private const string CopySql = """
        copy journal.facts
            (experience, sequence, operation_id, kind, actor, actor_subject, actor_name, actor_structure, happened_at, body)
        from stdin (format binary)
        """;

    private const string ExistingSql = $"""
        select e.experience, e.body ->> 'source', (
            select {ImportedContent.Sql} from journal.facts f
            where f.experience = e.experience and f.operation_id = e.operation_id and f.kind = any($2))
        from journal.facts e where e.experience = any($1) and e.sequence = 1
        """;

    private const int TimeoutSeconds = 120;

    public async Task<Dictionary<ExperienceId, KnownExperience>> Existing(IEnumerable<ExperienceId> experiences, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(ExistingSql);
        command.Parameters.Add(Texts([.. experiences.Select(e => e.Value)]));
        command.Parameters.Add(Texts(ImportedContent.Kinds));
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var existing = new Dictionary<ExperienceId, KnownExperience>();
        while (await reader.ReadAsync(cancellation))
            existing.Add(ExperienceId.Parse(reader.GetString(0)), new(Text(reader, 1), Text(reader, 2)));
        return existing;
    }

    public async Task<bool> IsEmpty(CancellationToken cancellation)
    {
        await using var command = database.CreateCommand("select not exists (select from journal.facts)");
        return (bool)(await command.ExecuteScalarAsync(cancellation))!;
    }

    /// <summary>Facts are committed that the projection has not taken yet.</summary>
    public async Task<bool> IsBehind(string projection, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(
            """
            select position from journal.facts
            where (transaction, position) >
                (coalesce((select transaction from journal.checkpoints where projection = $1), '0'::xid8),
                 coalesce((select position from journal.checkpoints where projection = $1), 0))
            order by transaction, position
            limit 1
            """);
        command.Parameters.Add(new() { Value = projection });
        return await command.ExecuteScalarAsync(cancellation) is not null;
    }

    /// <summary>All of them or none. False when somebody else wrote one of them meanwhile: ask again what exists.</summary>
    public async Task<bool> Append(IEnumerable<Append> appends, CancellationToken cancellation)
    {
        var rows = FactRows.From(appends);
        await using var connection = await database.OpenConnectionAsync(cancellation);
        try
        {
            await using var copy = await connection.BeginBinaryImportAsync(CopySql, cancellation);
            copy.Timeout = TimeSpan.FromSeconds(TimeoutSeconds);
            for (var i = 0; i < rows.Bodies.Count; i++) Write(copy, rows, i);
            await copy.CompleteAsync(cancellation);
            return true;
        }
        catch (PostgresException exception) when (exception.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            return false;
        }
    }

    // Synchronous writes into the connection's own buffer: ten columns a row, awaited one by one, cost more than the rest.
    private static void Write(NpgsqlBinaryImporter copy, FactRows rows, int row)
    {
        copy.StartRow();
        copy.Write(rows.Streams[row], NpgsqlDbType.Text);
        copy.Write(rows.Sequences[row], NpgsqlDbType.Integer);
        copy.Write(rows.Operations[row], NpgsqlDbType.Uuid);
        copy.Write(rows.Kinds[row], NpgsqlDbType.Text);
        copy.Write(rows.Actors[row], NpgsqlDbType.Smallint);
        WriteOrNull(copy, rows.Subjects[row]);
        WriteOrNull(copy, rows.Names[row]);
        WriteOrNull(copy, rows.Structures[row]);
        copy.Write(rows.HappenedAt[row], NpgsqlDbType.TimestampTz);
        copy.Write(rows.Bodies[row], NpgsqlDbType.Json);
    }

    private static string? Text(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static NpgsqlParameter Texts(string[] values) =>
        new() { Value = values, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text };

    private static void WriteOrNull(NpgsqlBinaryImporter copy, string? value)
    {
        if (value is null) copy.WriteNull();
        else copy.Write(value, NpgsqlDbType.Text);
    }
}
