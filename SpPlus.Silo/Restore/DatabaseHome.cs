using Npgsql;

namespace SpPlus.Silo.Restore;

/// <summary>Whether the database is the one that silos served, or a copy of it that was restored elsewhere.</summary>
internal sealed class DatabaseHome(NpgsqlDataSource database)
{
    // What a snapshot sees was written by transactions below its end, here: a fact above it was written in another cluster.
    private const string StandingSql = $"""
        select h.system_identifier = c.system_identifier and h.database = d.oid,
               coalesce((select transaction from journal.facts order by transaction desc limit 1) >= pg_snapshot_xmax(pg_current_snapshot()), false)
        {Here}
        """;

    private const string SettleSql = $"""
        update journal.home h set system_identifier = c.system_identifier, database = d.oid, restored_at = clock_timestamp()
        from pg_control_system() c, pg_database d where d.datname = current_database()
        """;

    private const string Here = "from journal.home h, pg_control_system() c, pg_database d where d.datname = current_database()";

    public async Task<HomeStanding> Standing(CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(StandingSql);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        await reader.ReadAsync(cancellation);
        return new(reader.GetBoolean(0), reader.GetBoolean(1));
    }

    /// <summary>From here on this is the database that silos serve.</summary>
    public static async Task Settle(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(SettleSql, connection);
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
