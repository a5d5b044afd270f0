using System.Collections.Immutable;
using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using SpPlus.Contracts.Reference;
using SpPlus.Contracts.Structures;

namespace SpPlus.Silo.Reference;

/// <summary>The SQL of the directory's structures and lists.</summary>
internal sealed class ReferenceTables(NpgsqlDataSource database)
{
    public async Task<long> Version(CancellationToken cancellation)
    {
        await using var command = database.CreateCommand("select version from directory.version");
        return (long)(await command.ExecuteScalarAsync(cancellation))!;
    }

    public async Task<ReferenceData> Load(CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, cancellation);
        var version = (long)(await Scalar(connection, "select version from directory.version", cancellation))!;
        var body = (string)(await Scalar(connection, "select body::text from directory.lists where name = 'reference'", cancellation))!;
        var lists = JsonSerializer.Deserialize(body, ReferenceJson.Default.ReferenceLists)!;
        return new()
        {
            Version = version,
            Structures = await Structures(connection, cancellation),
            Networks = lists.Networks,
            Departments = lists.Departments,
            Countries = lists.Countries,
            Channels = lists.Channels,
            GeneralTags = lists.GeneralTags,
            RejectionReasons = lists.RejectionReasons,
            Improvements = lists.Improvements,
            Procedures = lists.Procedures,
            Questions = lists.Questions,
            ReportReasons = lists.ReportReasons,
        };
    }

    /// <summary>Loads what ships when it changed: adds and renames, never deletes what administrators made.</summary>
    public async Task Ship(CancellationToken cancellation)
    {
        var fingerprint = ShippedReference.Fingerprint();
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        // The row lock makes a second silo that starts wait, and find the work done.
        var shipped = (string)(await Scalar(connection, "select shipped from directory.version for update", cancellation))!;
        if (shipped == fingerprint) return;
        await Upsert(connection, ShippedReference.Structures(), cancellation);
        await using var lists = new NpgsqlCommand(
            """
            insert into directory.lists (name, body) values ('reference', $1)
            on conflict (name) do update set body = excluded.body
            """, connection);
        lists.Parameters.Add(new()
        {
            Value = JsonSerializer.Serialize(ShippedReference.Lists(), ReferenceJson.Default.ReferenceLists),
            NpgsqlDbType = NpgsqlDbType.Json,
        });
        await lists.ExecuteNonQueryAsync(cancellation);
        await using var version = new NpgsqlCommand("update directory.version set version = version + 1, shipped = $1", connection);
        version.Parameters.Add(new() { Value = fingerprint });
        await version.ExecuteNonQueryAsync(cancellation);
        await transaction.CommitAsync(cancellation);
    }

    private static async Task Upsert(NpgsqlConnection connection, ImmutableArray<Structure> structures, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(
            """
            insert into directory.structures (id, parent, name, kind, department, aliases)
            select id, parent, name, kind, department, string_to_array(aliases, '|')
            from unnest($1, $2, $3, $4, $5, $6) as s (id, parent, name, kind, department, aliases)
            on conflict (id) do update
            set parent = excluded.parent, name = excluded.name, kind = excluded.kind, department = excluded.department,
                aliases = excluded.aliases
            """, connection);
        Add(structures.Select(s => s.Id.Value));
        Add(structures.Select(s => s.Parent?.Value));
        Add(structures.Select(s => s.Name));
        Add(structures.Select(s => s.Kind));
        Add(structures.Select(s => s.Department));
        Add(structures.Select(s => string.Join('|', s.Aliases)));
        await command.ExecuteNonQueryAsync(cancellation);

        void Add(IEnumerable<string?> values) =>
            command.Parameters.Add(new() { Value = values.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text });
    }

    private static async Task<ImmutableArray<Structure>> Structures(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(
            "select id, parent, name, kind, department, aliases from directory.structures order by id", connection);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var structures = ImmutableArray.CreateBuilder<Structure>();
        while (await reader.ReadAsync(cancellation))
        {
            structures.Add(new()
            {
                Id = StructureId.Parse(reader.GetString(0)),
                Parent = reader.IsDBNull(1) ? null : StructureId.Parse(reader.GetString(1)),
                Name = reader.GetString(2),
                Kind = reader.GetString(3),
                Department = reader.IsDBNull(4) ? null : reader.GetString(4),
                Aliases = [.. reader.GetFieldValue<string[]>(5)],
            });
        }

        return structures.ToImmutable();
    }

    private static async Task<object?> Scalar(NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(cancellation);
    }
}
