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
    ILogger<TieTeller> logger) : QueueWorker<ImprovementActionProjection>(signal, lifetime, time, logger)
{
    private const int BatchSize = 64;
    private static readonly TimeSpan Retry = TimeSpan.FromSeconds(30);

    protected override TimeSpan Interval => options.Value.Interval;

    public override async Task<bool> DoDue(CancellationToken cancellation)
    {
        var due = await queue.Due(BatchSize, cancellation);
        // All experiences at once, since a call to one that is thought to live in a dead silo takes its whole time-out; one experience's in order.
        var told = (await Task.WhenAll(due.GroupBy(d => d.Experience).Select(Tell))).SelectMany(d => d).ToHashSet();
        await queue.Done([.. due.Where(told.Contains)], cancellation);
        await queue.Later([.. due.Where(d => !told.Contains(d))], Retry, cancellation);
        return due.Count == BatchSize;
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

    [LoggerMessage(Level = LogLevel.Warning, Message = "Experience {Experience} was not told of improvement action {Action}; it is tried again")]
    private partial void LogNotTold(Exception exception, string experience, string action);
}
