using SpPlus.Silo.Projections;

namespace SpPlus.Silo.Privacy.Erasure;

/// <summary>
/// Destroys what authors took back, as far as they asked (PRIV-1, MOD-2): see docs/adr/0019-withdrawing-and-erasing.md. Destroying twice
/// is harmless, and a row goes only after all is gone: a silo that dies in between can only repeat it, never skip it.
/// </summary>
internal sealed partial class Eraser(
    ErasureQueue queue,
    WordEraser words,
    IGrainFactory grains,
    QueueSignal<ErasureProjection> signal,
    IHostApplicationLifetime lifetime,
    TimeProvider time,
    ILogger<Eraser> logger) : QueueWorker<ErasureProjection>(signal, lifetime, time, logger)
{
    private const int BatchSize = 100;

    protected override TimeSpan Interval { get; } = TimeSpan.FromSeconds(10);

    public override async Task<bool> DoDue(CancellationToken cancellation)
    {
        var due = await queue.Next(BatchSize, cancellation);
        var failed = 0;
        foreach (var erasure in due)
        {
            try
            {
                await Erase(erasure, cancellation);
            }
            catch (Exception exception) when (!cancellation.IsCancellationRequested)
            {
                failed++;
                LogNotErased(exception, erasure.Experience);
                await queue.Later(erasure, cancellation);
            }
        }

        return due.Count == BatchSize && failed == 0;
    }

    private async Task Erase(DueErasure due, CancellationToken cancellation)
    {
        await grains.GetGrain<IVaultGrain>(due.Experience).Destroy(due.Sequence);
        if (due.Reach > Reach.Address)
        {
            await grains.GetGrain<ISentTextGrain>(due.Experience).Destroy();
            await words.Erase(due, cancellation);
        }

        await queue.Done(due, cancellation);
        LogErased(due.Experience, due.Reach);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "What the author of experience {Experience} took back is destroyed: {Reach}")]
    private partial void LogErased(string experience, Reach reach);

    [LoggerMessage(Level = LogLevel.Warning, Message = "What the author of experience {Experience} took back is not all destroyed yet; it is tried again")]
    private partial void LogNotErased(Exception exception, string experience);
}
