using Microsoft.Extensions.Options;
using SpPlus.Silo.Projections;

namespace SpPlus.Silo.ImprovementActions;

/// <summary>
/// Tells experiences of their improvement actions. A row goes only after the experience has answered: a silo that dies in between can
/// only tell it again, and the experience records it once, whoever tells it.
/// </summary>
internal sealed partial class TieTeller(
    TieQueue queue,
    IGrainFactory grains,
    QueueSignal<ImprovementActionProjection> signal,
    IOptions<ImprovementActionOptions> options,
    IHostApplicationLifetime lifetime,
    TimeProvider time,
    ILogger<TieTeller> logger) : BackgroundService
{
    private const int BatchSize = 64;
    private static readonly TimeSpan Retry = TimeSpan.FromSeconds(30);

    /// <summary>True when there may be more. Public to tests.</summary>
    public async Task<bool> TellDue(CancellationToken cancellation)
    {
        var due = await queue.Due(BatchSize, cancellation);
        // All experiences at once, since a call to one that is thought to live in a dead silo takes its whole time-out; one experience's in order.
        var told = (await Task.WhenAll(due.GroupBy(d => d.Experience).Select(Tell))).SelectMany(d => d).ToHashSet();
        await queue.Done([.. due.Where(told.Contains)], cancellation);
        await queue.Later([.. due.Where(d => !told.Contains(d))], Retry, cancellation);
        return due.Count == BatchSize;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await lifetime.Started(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            var next = signal.Next;
            try
            {
                while (await TellDue(stoppingToken)) { }
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                LogFailed(exception);
                next = Task.Delay(options.Value.Interval, time, stoppingToken);
            }

            await Task.WhenAny(next, Task.Delay(options.Value.Interval, time, stoppingToken));
        }
    }

    private async Task<List<DueTie>> Tell(IEnumerable<DueTie> ties)
    {
        var told = new List<DueTie>();
        foreach (var due in ties)
        {
            try
            {
                if (!await grains.GetGrain<ITiedExperienceGrain>(due.Experience.Value).Hear(due.Tie)) return told;
                told.Add(due);
            }
            catch (Exception exception)
            {
                LogNotTold(exception, due.Experience.Value, due.Tie.Action.Value);
                return told;
            }
        }

        return told;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Experiences to tell of improvement actions could not be read; they are looked at again")]
    private partial void LogFailed(Exception exception);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Experience {Experience} was not told of improvement action {Action}; it is tried again")]
    private partial void LogNotTold(Exception exception, string experience, string action);
}
