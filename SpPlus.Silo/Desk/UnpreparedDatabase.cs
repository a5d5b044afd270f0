using Npgsql;

namespace SpPlus.Silo.Desk;

/// <summary>
/// For statements whose best plan depends on their values: a structure or three thousand, a rare word or a common one. Prepared,
/// they would be planned once for all.
/// </summary>
internal sealed class UnpreparedDatabase(string connectionString) : IAsyncDisposable
{
    public NpgsqlDataSource Source { get; } = NpgsqlDataSource.Create(
        new NpgsqlConnectionStringBuilder(connectionString) { MaxAutoPrepare = 0, MaxPoolSize = 8 });

    public ValueTask DisposeAsync() => Source.DisposeAsync();
}
