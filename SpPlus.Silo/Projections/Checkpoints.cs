using Npgsql;
using NpgsqlTypes;

namespace SpPlus.Silo.Projections;

/// <summary>The SQL of <c>journal.checkpoints</c>: where each projection stands. Who holds a row's lock works for it.</summary>
internal static class Checkpoints
{
    // Without rows yet, a projection stands at the beginning.
    private const string AllSql = """
        select p.projection, coalesce(c.transaction, '0')::text, coalesce(c.position, 0)
        from unnest($1) p (projection) left join journal.checkpoints c using (projection)
        """;

    private const string CreateSql = "insert into journal.checkpoints (projection) select unnest($1) on conflict do nothing";

    private const string TakeSql = """
        select projection from journal.checkpoints
        where projection = any($1) and transaction = $2::text::xid8 and position = $3
        for update skip locked
        """;

    // The next fact in order, rather than whether there is one: for that the planner may read the whole journal.
    private const string BehindSql = """
        select f.position from journal.checkpoints c, lateral (
            select position from journal.facts f
            where (f.transaction, f.position) > (c.transaction, c.position)
            order by f.transaction, f.position
            limit 1) f
        where c.projection = any($1)
        limit 1
        """;

    /// <summary>In the order of the journal, those at the same place together.</summary>
    public static async Task<List<(JournalPosition Position, HashSet<string> Projections)>> All(
        NpgsqlDataSource database, string[] projections, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(AllSql).WithColumn(NpgsqlDbType.Text, projections);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var standing = new List<(JournalPosition Position, string Projection)>();
        while (await reader.ReadAsync(cancellation)) standing.Add((new(reader.GetString(1), reader.GetInt64(2)), reader.GetString(0)));
        return [.. standing.GroupBy(s => s.Position, s => s.Projection).OrderBy(g => g.Key).Select(g => (g.Key, g.ToHashSet()))];
    }

    public static async Task Create(NpgsqlDataSource database, string[] projections, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(CreateSql).WithColumn(NpgsqlDbType.Text, projections);
        await command.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>Those that stand there and that nobody else works for.</summary>
    public static async Task<HashSet<string>> Take(
        NpgsqlConnection connection, string[] projections, JournalPosition at, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(TakeSql, connection).WithColumn(NpgsqlDbType.Text, projections);
        at.AddTo(command);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var taken = new HashSet<string>();
        while (await reader.ReadAsync(cancellation)) taken.Add(reader.GetString(0));
        return taken;
    }

    /// <summary>Null when another silo holds it: it does the work.</summary>
    public static async Task<JournalPosition?> TakeOrCreate(NpgsqlConnection connection, string projection, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(
            "select transaction::text, position from journal.checkpoints where projection = $1 for update skip locked", connection);
        command.Parameters.Add(new() { Value = projection });
        await using (var reader = await command.ExecuteReaderAsync(cancellation))
            if (await reader.ReadAsync(cancellation)) return new(reader.GetString(0), reader.GetInt64(1));
        await using var create = new NpgsqlCommand(CreateSql, connection).WithColumn(NpgsqlDbType.Text, [projection]);
        return await create.ExecuteNonQueryAsync(cancellation) == 1 ? JournalPosition.Start : null;
    }

    public static async Task Move(NpgsqlConnection connection, string[] projections, JournalPosition last, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(
            "update journal.checkpoints set transaction = $2::text::xid8, position = $3 where projection = any($1)", connection).WithColumn(NpgsqlDbType.Text, projections);
        last.AddTo(command);
        await command.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>There are facts that one of them has not been given, be it that a running transaction holds them back.</summary>
    public static async Task<bool> IsBehind(NpgsqlDataSource database, string[] projections, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(BehindSql).WithColumn(NpgsqlDbType.Text, projections);
        return await command.ExecuteScalarAsync(cancellation) is not null;
    }
}
