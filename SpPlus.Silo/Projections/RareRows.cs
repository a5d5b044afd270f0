using Npgsql;

namespace SpPlus.Silo.Projections;

/// <summary>For facts so rare that each may have a statement of its own.</summary>
internal static class RareRows
{
    public static async Task Run(this NpgsqlConnection connection, string sql, object[] values, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values) command.Parameters.Add(new() { Value = value });
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
