using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Npgsql;
using NpgsqlTypes;

namespace SpPlus.Silo.Projections;

/// <summary>Many rows in one statement: few columns as an array each, whole rows as JSON.</summary>
internal static class RowParameters
{
    public static NpgsqlCommand WithColumn<T>(this NpgsqlCommand command, NpgsqlDbType type, IEnumerable<T> values)
    {
        command.Parameters.Add(new() { Value = values.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | type });
        return command;
    }

    public static NpgsqlCommand WithRows<T>(this NpgsqlCommand command, List<T> rows, JsonTypeInfo<List<T>> shape)
    {
        command.Parameters.Add(new() { Value = JsonSerializer.Serialize(rows, shape), NpgsqlDbType = NpgsqlDbType.Json });
        return command;
    }

    public static async Task Run(this NpgsqlCommand command, CancellationToken cancellation)
    {
        await using (command) await command.ExecuteNonQueryAsync(cancellation);
    }
}
