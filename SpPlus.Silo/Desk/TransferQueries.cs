using Npgsql;
using NpgsqlTypes;
using SpPlus.Contracts.Accounts;
using SpPlus.Contracts.Experiences;
using SpPlus.Contracts.Structures;

namespace SpPlus.Silo.Desk;

/// <summary>The transfers that wait, as the connected space lists them. Structures: whose approvals the caller gives; null: the DITP's.</summary>
internal sealed class TransferQueries(NpgsqlDataSource database)
{
    private const string Now = "a", Later = "b";

    // "Later" is what is not the caller's to resolve, or for the DITP what others may resolve too.
    private const string WaitingSql = """
        select * from (
            select t.experience, coalesce(e.title, ''), t.structure, t.to_structure, t.reason, t.asked_by, t.asked_at, t.expires_at,
                   t.approver, coalesce(c.accepted, 0) as accepted,
                   $1::text[] is null or coalesce(t.approver = any($1), false) as mine,
                   case when $1::text[] is null then t.approver is not null else not coalesce(t.approver = any($1), false) end as later
            from read.transfers t
            join read.experiences e on e.id = t.experience
            left join read.transfer_counts c on c.experience = t.experience
            where $1::text[] is null or t.approver = any($1) or t.structure = any($1)) waiting
        where $2::boolean is null or (later, asked_at, experience, structure) > ($2, $3, $4, $5)
        order by later, asked_at, experience, structure
        limit $6
        """;

    public async Task<int> Count(StructureId[]? structures)
    {
        await using var command = database.CreateCommand(
            "select count(*)::int from read.transfers where $1::text[] is null or approver = any($1)");
        command.Parameters.Add(Texts(structures));
        return (int)(await command.ExecuteScalarAsync())!;
    }

    public async Task<TransferQueue> Waiting(TransferQuery query, StructureId[]? structures)
    {
        var (limit, after) = (Math.Clamp(query.Limit, 1, 100), Cursor.Read(query.After, parts: 4));
        await using var command = database.CreateCommand(WaitingSql);
        command.Parameters.Add(Texts(structures));
        command.Parameters.Add(new() { Value = after is null ? DBNull.Value : after.Keys[0] == Later, NpgsqlDbType = NpgsqlDbType.Boolean });
        command.Parameters.Add(new() { Value = (object?)after?.At ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.TimestampTz });
        command.Parameters.Add(new() { Value = (object?)after?.Keys[1] ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text });
        command.Parameters.Add(new() { Value = (object?)after?.Keys[2] ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text });
        command.Parameters.Add(new() { Value = limit + 1 });
        var rows = new List<(TransferItem Item, bool IsLater)>();
        await using (var reader = await command.ExecuteReaderAsync())
            while (await reader.ReadAsync()) rows.Add((Item(reader), reader.GetBoolean(11)));
        return new()
        {
            Items = [.. rows.Take(limit).Select(r => r.Item)],
            Count = await Count(structures),
            Next = rows.Count > limit ? Next(rows[limit - 1].Item, rows[limit - 1].IsLater) : null,
        };
    }

    private static string Next(TransferItem item, bool isLater) =>
        Cursor.Write(item.At, isLater ? Later : Now, item.Experience.Value, item.Structure.Value);

    private static TransferItem Item(NpgsqlDataReader reader) => new()
    {
        Experience = ExperienceId.Parse(reader.GetString(0)),
        Title = reader.GetString(1),
        Structure = StructureId.Parse(reader.GetString(2)),
        To = StructureId.Parse(reader.GetString(3)),
        Reason = reader.GetString(4),
        By = reader.GetString(5),
        At = reader.GetFieldValue<DateTimeOffset>(6),
        ExpiresAt = reader.GetFieldValue<DateTimeOffset>(7),
        Approver = reader.IsDBNull(8) ? null : StructureId.Parse(reader.GetString(8)),
        Transfers = reader.GetInt32(9),
        MayResolve = reader.GetBoolean(10),
    };

    private static NpgsqlParameter Texts(StructureId[]? structures) => new()
    {
        Value = (object?)structures?.Select(s => s.Value).ToArray() ?? DBNull.Value,
        NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text,
    };
}
