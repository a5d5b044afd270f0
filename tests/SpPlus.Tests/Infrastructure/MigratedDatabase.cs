using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using SpPlus.Silo.Database;

namespace SpPlus.Tests.Infrastructure;

/// <summary>A database of its own with the real schema and nothing in it.</summary>
internal static class MigratedDatabase
{
    public static async Task<NpgsqlDataSource> New(PostgresServer? server = null)
    {
        var database = NpgsqlDataSource.Create(await (server ?? await PostgresServer.Running()).NewDatabase());
        await new DatabaseMigrator(database, NullLogger<DatabaseMigrator>.Instance).Migrate(CancellationToken.None);
        return database;
    }

    public static async Task<T> Scalar<T>(this NpgsqlDataSource database, string sql)
    {
        await using var command = database.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    public static async Task Execute(this NpgsqlDataSource database, string sql)
    {
        await using var command = database.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Every row as PostgreSQL prints it, in the order of the query.</summary>
    public static async Task<List<string>> Rows(this NpgsqlDataSource database, string sql)
    {
        await using var command = database.CreateCommand($"select row::text from ({sql}) as row");
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync()) rows.Add(reader.GetString(0));
        return rows;
    }
}
