using Npgsql;

namespace SpPlus.Silo.Database;

/// <summary>
/// One process at a time, among all silos: held by a connection, so that a process that dies lets go of it. One whose connection is lost
/// without its knowing may work beside the next: what is done under it is harmless when done twice.
/// </summary>
internal sealed class AdvisoryLock : IAsyncDisposable
{
    public const long Retention = 0x5350504c5553_01;
    public const long KeyRotation = 0x5350504c5553_02;

    private readonly NpgsqlConnection connection;
    private readonly long key;

    private AdvisoryLock(NpgsqlConnection connection, long key) => (this.connection, this.key) = (connection, key);

    /// <summary>Null when another has it.</summary>
    public static async Task<AdvisoryLock?> TryTake(NpgsqlDataSource database, long key, CancellationToken cancellation)
    {
        var connection = await database.OpenConnectionAsync(cancellation);
        if (await Ask(connection, "select pg_try_advisory_lock($1)", key)) return new(connection, key);
        await connection.DisposeAsync();
        return null;
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            await Ask(connection, "select pg_advisory_unlock($1)", key);
        }
        catch (NpgsqlException)
        {
            // The connection is gone, and the lock with it.
        }

        await connection.DisposeAsync();
    }

    private static async Task<bool> Ask(NpgsqlConnection connection, string sql, long key)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        command.Parameters.Add(new() { Value = key });
        return (bool)(await command.ExecuteScalarAsync())!;
    }
}
