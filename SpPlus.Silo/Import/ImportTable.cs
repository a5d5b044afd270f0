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

    private const int TimeoutSeconds = 120;

    /// <summary>The experiences that have a history, with the source that it was imported from, if it was.</summary>
    public async Task<Dictionary<ExperienceId, string?>> Existing(IEnumerable<ExperienceId> experiences, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(
            "select experience, body ->> 'source' from journal.facts where experience = any($1) and sequence = 1");
        command.Parameters.Add(new()
        {
            Value = experiences.Select(e => e.Value).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text,
        });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var existing = new Dictionary<ExperienceId, string?>();
        while (await reader.ReadAsync(cancellation))
            existing.Add(ExperienceId.Parse(reader.GetString(0)), reader.IsDBNull(1) ? null : reader.GetString(1));
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
        copy.Write(rows.Experiences[row], NpgsqlDbType.Text);
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

    private static void WriteOrNull(NpgsqlBinaryImporter copy, string? value)
    {
        if (value is null) copy.WriteNull();
        else copy.Write(value, NpgsqlDbType.Text);
    }
}
