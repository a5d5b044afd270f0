using Npgsql;

namespace SpPlus.Silo.Retention;

/// <summary>What one job did on one day.</summary>
internal sealed record RetentionRun
{
    public required string Job { get; init; }
    public required DateOnly Day { get; init; }

    /// <summary>Counted only.</summary>
    public required bool IsDry { get; init; }
    public required int Destroyed { get; init; }

    /// <summary>At the end of the last look; null when it could not be counted.</summary>
    public long? StillDue { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>Why it stopped, when it did not end by itself.</summary>
    public string? Stopped { get; init; }
}

/// <summary>The SQL of <c>privacy.retention_runs</c>: the report.</summary>
internal sealed class RetentionRuns(NpgsqlDataSource database)
{
    private const string AddSql = """
        insert into privacy.retention_runs as r (job, day, dry_run, destroyed, still_due, at, stopped) values ($1, $2, $3, $4, $5, $6, $7)
        on conflict (job, day, dry_run) do update
        set destroyed = r.destroyed + excluded.destroyed, still_due = excluded.still_due, at = excluded.at, stopped = excluded.stopped
        """;

    /// <summary>Adds to the day's row.</summary>
    public async Task Add(RetentionRun run, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(AddSql);
        foreach (var value in (object[])[run.Job, run.Day, run.IsDry, run.Destroyed]) command.Parameters.Add(new() { Value = value });
        command.Parameters.Add(new() { Value = (object?)run.StillDue ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Bigint });
        command.Parameters.Add(new() { Value = run.At.ToUniversalTime() });
        command.Parameters.Add(new() { Value = (object?)run.Stopped ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Text });
        await command.ExecuteNonQueryAsync(cancellation);
    }

    public async Task<int> DestroyedOn(string job, DateOnly day, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand("select destroyed from privacy.retention_runs where job = $1 and day = $2 and not dry_run");
        command.Parameters.Add(new() { Value = job });
        command.Parameters.Add(new() { Value = day });
        return await command.ExecuteScalarAsync(cancellation) is int destroyed ? destroyed : 0;
    }

    /// <summary>The latest first.</summary>
    public async Task<List<RetentionRun>> Latest(int limit, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(
            "select job, day, dry_run, destroyed, still_due, at, stopped from privacy.retention_runs order by day desc, job, dry_run limit $1");
        command.Parameters.Add(new() { Value = limit });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var runs = new List<RetentionRun>();
        while (await reader.ReadAsync(cancellation))
        {
            runs.Add(new()
            {
                Job = reader.GetString(0), Day = reader.GetFieldValue<DateOnly>(1), IsDry = reader.GetBoolean(2), Destroyed = reader.GetInt32(3),
                StillDue = reader.IsDBNull(4) ? null : reader.GetInt64(4), At = reader.GetFieldValue<DateTimeOffset>(5), Stopped = reader.IsDBNull(6) ? null : reader.GetString(6),
            });
        }

        return runs;
    }
}
