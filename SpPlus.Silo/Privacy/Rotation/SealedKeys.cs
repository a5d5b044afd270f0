using Npgsql;

namespace SpPlus.Silo.Privacy.Rotation;

/// <summary>How much a master key wraps. One that is not configured opens nothing until it is among the former ones again.</summary>
internal sealed record KeyUse(string MasterKeyId, bool IsCurrent, bool IsConfigured, long Rows);

/// <summary>Which master key wraps what, read from the sealed rows without opening any.</summary>
internal sealed class SealedKeys(NpgsqlDataSource database, SealedBox box)
{
    private const string KeyId = "(convert_from(payload, 'UTF8')::json #>> '{bytes,masterKeyId}')";
    private const string Sealed = "orleans.grain_state where state in ('vault', 'sent-text') and payload is not null";

    /// <summary>By key, the current one first.</summary>
    public async Task<List<KeyUse>> Uses(CancellationToken cancellation)
    {
        await using var command = database.CreateCommand($"select {KeyId}, count(*) from {Sealed} group by 1 order by 1");
        command.CommandTimeout = 300;
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var uses = new List<KeyUse>();
        while (await reader.ReadAsync(cancellation))
        {
            if (reader.IsDBNull(0)) continue;
            var id = reader.GetString(0);
            uses.Add(new(id, id == box.CurrentKeyId, box.Knows(id), reader.GetInt64(1)));
        }

        return [.. uses.OrderByDescending(u => u.IsCurrent)];
    }

    /// <summary>The next rows, after this one, that a former key wraps which is configured still.</summary>
    public async Task<List<(string State, string Key)>> NextUnderFormer((string State, string Key) after, int limit, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(
            $"select state, ext from {Sealed} and (state, ext) > ($1, $2) and {KeyId} = any($3) order by state, ext limit $4");
        command.CommandTimeout = 300;
        command.Parameters.Add(new() { Value = after.State });
        command.Parameters.Add(new() { Value = after.Key });
        command.Parameters.Add(new() { Value = box.FormerKeyIds });
        command.Parameters.Add(new() { Value = limit });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var next = new List<(string, string)>();
        while (await reader.ReadAsync(cancellation)) next.Add((reader.GetString(0), reader.GetString(1)));
        return next;
    }
}
