using DbUp;
using DbUp.Engine.Output;
using Npgsql;

namespace SpPlus.Silo.Database;

/// <summary>Brings the schema up to date before anything else starts. Silos that start together wait for one another.</summary>
internal sealed partial class DatabaseMigrator(NpgsqlDataSource database, ILogger<DatabaseMigrator> logger)
{
    private const long Lock = 0x5350504c5553; // "SPPLUS"

    public async Task Migrate(CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await Execute(connection, $"select pg_advisory_lock({Lock})", cancellation);
        try
        {
            var result = DeployChanges.To
                .PostgresqlDatabase(new DbUp.Postgresql.PostgresqlConnectionManager(database))
                .WithScriptsEmbeddedInAssembly(typeof(DatabaseMigrator).Assembly, name => name.Contains(".Migrations.", StringComparison.Ordinal))
                .WithTransactionPerScript()
                .WithVariablesDisabled()
                .LogTo(new NoOpUpgradeLog())
                .Build()
                .PerformUpgrade();
            if (!result.Successful)
                throw new InvalidOperationException($"Migration {result.ErrorScript?.Name} failed.", result.Error);
            foreach (var script in result.Scripts) LogApplied(script.Name);
        }
        finally
        {
            await Execute(connection, $"select pg_advisory_unlock({Lock})", CancellationToken.None);
        }
    }

    private static async Task Execute(NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 300 };
        await command.ExecuteNonQueryAsync(cancellation);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Applied {Migration}")]
    private partial void LogApplied(string migration);
}
