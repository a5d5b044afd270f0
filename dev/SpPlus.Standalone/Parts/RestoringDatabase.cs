using System.Globalization;
using Npgsql;

namespace SpPlus.Standalone.Parts;

/// <summary>A database beside the served one, which takes its name once everything has gone well. Until then the served one is untouched.</summary>
internal sealed class RestoringDatabase(string served, TimeProvider time)
{
    private const string Served = "spplus";
    private const string Restoring = "spplus_restoring";

    public string ConnectionString => To(Restoring);

    /// <summary>Somebody may miss what the served database holds.</summary>
    public async Task<bool> IsServedInUseAsync(CancellationToken cancellation) =>
        (bool)(await RunAsync(To(Served), "select exists (select from pg_namespace where nspname = 'journal')", cancellation))!;

    /// <summary>Empty, whatever an earlier restore left.</summary>
    public async Task CreateAsync(CancellationToken cancellation)
    {
        await RunAsync(To("postgres"), $"drop database if exists {Restoring}", cancellation);
        await RunAsync(To("postgres"), $"create database {Restoring} encoding 'UTF8' locale 'C.UTF-8' template template0", cancellation);
    }

    /// <summary>Both names in one transaction.</summary>
    /// <returns>The name that the served database has now.</returns>
    public async Task<string> SwapAsync(CancellationToken cancellation)
    {
        var replaced = string.Create(CultureInfo.InvariantCulture, $"spplus_replaced_{time.GetUtcNow():yyyyMMddHHmmss}");
        await RunAsync(To("postgres"), $"begin; alter database {Served} rename to {replaced}; alter database {Restoring} rename to {Served}; commit", cancellation);
        return replaced;
    }

    public Task DropAsync(string replaced, CancellationToken cancellation) => RunAsync(To("postgres"), $"drop database {replaced}", cancellation);

    private string To(string database) => new NpgsqlConnectionStringBuilder(served) { Database = database, Pooling = false }.ConnectionString;

    private static async Task<object?> RunAsync(string connectionString, string sql, CancellationToken cancellation)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        await using var command = source.CreateCommand(sql);
        return await command.ExecuteScalarAsync(cancellation);
    }
}
