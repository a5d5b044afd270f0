using Microsoft.Extensions.Options;
using Npgsql;
using SpPlus.Silo.Database;

namespace SpPlus.Silo.Retention;

/// <summary>
/// Destroys what is due, a hundred at a time, up to the day's cap; each hundred is in the report before the next. A silo that dies in
/// between only delays: what is due is still due. One silo at a time.
/// </summary>
internal sealed partial class RetentionRound(
    NpgsqlDataSource database,
    RetentionTable table,
    RetentionRuns runs,
    RetentionTelemetry telemetry,
    IGrainFactory grains,
    IOptions<RetentionOptions> options,
    TimeProvider time,
    ILogger<RetentionRound> logger)
{
    private const int Step = 100;

    /// <summary>False when another silo is at it.</summary>
    public async Task<bool> Run(CancellationToken cancellation)
    {
        await using var turn = await AdvisoryLock.TryTake(database, AdvisoryLock.Retention, cancellation);
        if (turn is null) return false;
        foreach (var job in RetentionJobs.All) await Run(job, cancellation);
        return true;
    }

    private async Task Run(RetentionJob job, CancellationToken cancellation)
    {
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        try
        {
            var left = options.Value.DryRun ? 0 : options.Value.DailyCap - await runs.DestroyedOn(job.Name, today, cancellation);
            var done = new HashSet<string>(StringComparer.Ordinal);
            while (left > 0 && await Destroy(job, Math.Min(left, Step), done, cancellation) is > 0 and var destroyed)
            {
                left -= destroyed;
                telemetry.Destroyed(job.Name, destroyed);
                await Report(job, today, destroyed, cancellation);
            }

            var due = await Report(job, today, 0, cancellation);
            if (due > 0 || options.Value.DryRun) LogDue(job.Name, due, options.Value.DryRun);
        }
        catch (Exception exception) when (!cancellation.IsCancellationRequested)
        {
            LogStopped(exception, job.Name);
            await runs.Add(
                new() { Job = job.Name, Day = today, IsDry = options.Value.DryRun, Destroyed = 0, At = time.GetUtcNow(), Stopped = exception.GetType().Name }, cancellation);
        }
    }

    /// <summary>
    /// How many went. One that does not go stays due, and holds the others of its hundred not back. What is due again after it went ends
    /// the round: it is looked at once.
    /// </summary>
    private async Task<int> Destroy(RetentionJob job, int limit, HashSet<string> done, CancellationToken cancellation)
    {
        if (job.Destroy is not { } destroy) return await table.DeleteDue(job, limit, cancellation);
        var count = 0;
        foreach (var key in await table.NextDue(job, limit, cancellation))
        {
            if (!done.Add(key)) continue;
            try
            {
                await destroy(grains, key);
                count++;
            }
            catch (Exception exception) when (!cancellation.IsCancellationRequested)
            {
                LogNotDestroyed(exception, job.Name, key);
            }
        }

        return count;
    }

    private async Task<long> Report(RetentionJob job, DateOnly day, int destroyed, CancellationToken cancellation)
    {
        var due = await table.CountDue(job, cancellation);
        telemetry.Due(job.Name, due);
        await runs.Add(
            new() { Job = job.Name, Day = day, IsDry = options.Value.DryRun, Destroyed = destroyed, StillDue = due, At = time.GetUtcNow() }, cancellation);
        return due;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Retention of {Job}: {Due} still to be destroyed; counted only: {DryRun}")]
    private partial void LogDue(string job, long due, bool dryRun);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Retention of {Job}: {Key} could not be destroyed; it is tried again")]
    private partial void LogNotDestroyed(Exception exception, string job, string key);

    [LoggerMessage(Level = LogLevel.Error, Message = "Retention of {Job} stopped; it goes on at the next look")]
    private partial void LogStopped(Exception exception, string job);
}
