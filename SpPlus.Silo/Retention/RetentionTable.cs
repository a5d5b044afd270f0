using Microsoft.Extensions.Options;
using Npgsql;

namespace SpPlus.Silo.Retention;

/// <summary>The SQL of the jobs, by the silo's clock.</summary>
internal sealed class RetentionTable(NpgsqlDataSource database, IOptions<RetentionOptions> options, TimeProvider time)
{
    public async Task<long> CountDue(RetentionJob job, CancellationToken cancellation)
    {
        await using var command = Command($"select count(*) from {job.Due}", job);
        return (long)(await command.ExecuteScalarAsync(cancellation))!;
    }

    public async Task<List<string>> NextDue(RetentionJob job, int limit, CancellationToken cancellation)
    {
        await using var command = Command($"select {job.Key} from {job.Due} limit {limit}", job);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var keys = new List<string>();
        while (await reader.ReadAsync(cancellation)) keys.Add(reader.GetString(0));
        return keys;
    }

    /// <summary>Of a job whose rows go themselves; how many went.</summary>
    public async Task<int> DeleteDue(RetentionJob job, int limit, CancellationToken cancellation)
    {
        await using var command = Command($"delete from {job.Table} where ctid in (select t.ctid from {job.Due} limit {limit} for update skip locked)", job);
        return await command.ExecuteNonQueryAsync(cancellation);
    }

    private NpgsqlCommand Command(string sql, RetentionJob job)
    {
        var command = database.CreateCommand(sql);
        command.CommandTimeout = 300;
        var now = time.GetUtcNow();
        command.Parameters.Add(new() { Value = now - job.Age(options.Value) });
        if (job.Latest is { } latest) command.Parameters.Add(new() { Value = now - latest(options.Value) });
        return command;
    }
}
