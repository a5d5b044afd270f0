using Microsoft.Extensions.Options;
using Npgsql;
using SpPlus.Silo.Journal;

namespace SpPlus.Silo.Projections;

/// <summary>
/// Keeps every projection up to date. Every silo runs one. Those that stand at the same place, as a rule all, are one group that reads
/// the journal once; one that fails is left behind by the others and tries again from where it stands.
/// </summary>
internal sealed partial class ProjectionService(
    IEnumerable<IProjection> projections,
    Projector projector,
    NpgsqlDataSource database,
    JournalSignal signal,
    IOptions<ProjectorOptions> options,
    TimeProvider time,
    ILogger<ProjectionService> logger) : BackgroundService
{
    private readonly IProjection[] projections = [.. projections];
    private readonly string[] names = [.. projections.Select(p => p.Name)];

    /// <summary>A batch of each group; whether there may be more, and whether all went well.</summary>
    public async Task<(bool More, bool Failed)> Round(CancellationToken cancellation)
    {
        var groups = await Checkpoints.All(database, names, cancellation);
        // New ones, and those that somebody made to begin again.
        if (groups[0].Position == JournalPosition.Start) await Checkpoints.Create(database, names, cancellation);
        var (more, failed) = (false, false);
        for (var at = 0; at < groups.Count; at++)
        {
            var (position, group) = groups[at];
            var next = at + 1 < groups.Count ? groups[at + 1].Position : null;
            var (groupMore, groupFailed) = await Try([.. projections.Where(p => group.Contains(p.Name))], position, next, cancellation);
            (more, failed) = (more || groupMore, failed || groupFailed);
        }

        return (more, failed);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var (next, started) = (signal.Next, time.GetTimestamp());
            try
            {
                var (more, failed) = (true, false);
                while (more) (more, failed) = await Round(stoppingToken);
                // Nobody wakes for what a running transaction holds back: it is looked for again.
                if (!failed && (next.IsCompleted || await Checkpoints.IsBehind(database, names, stoppingToken)))
                {
                    await Task.Delay(PauseAfter(time.GetElapsedTime(started)), time, stoppingToken);
                    continue;
                }

                if (failed) await Task.Delay(options.Value.Idle, time, stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                LogFailed(exception, string.Join(", ", names));
                await Task.Delay(options.Value.Idle, time, stoppingToken);
            }

            await Task.WhenAny(next, Task.Delay(options.Value.Idle, time, stoppingToken));
        }
    }

    /// <summary>Together; where that fails one by one, so that only the one at fault stays.</summary>
    private async Task<(bool More, bool Failed)> Try(
        IReadOnlyList<IProjection> group, JournalPosition position, JournalPosition? next, CancellationToken cancellation)
    {
        try
        {
            return (await projector.ProjectTogether(group, position, next, cancellation), false);
        }
        catch (Exception exception) when (!cancellation.IsCancellationRequested)
        {
            LogFailed(exception, string.Join(", ", group.Select(p => p.Name)));
        }

        if (group.Count > 1)
            foreach (var projection in group) await Try([projection], position, next, cancellation);
        return (false, true);
    }

    /// <summary>
    /// The busier, the longer: larger batches write the rows that change often once, and the journal keeps nine tenths of the time.
    /// </summary>
    private TimeSpan PauseAfter(TimeSpan work) =>
        TimeSpan.FromTicks(Math.Clamp(9 * work.Ticks, options.Value.Pause.Ticks, Math.Max(options.Value.Pause.Ticks, options.Value.LongestPause.Ticks)));

    [LoggerMessage(Level = LogLevel.Error, Message = "Projections {Projections} failed; they try again from where they stand")]
    private partial void LogFailed(Exception exception, string projections);
}
