using Microsoft.Extensions.Options;

namespace SpPlus.Silo.Deadlines;

/// <summary>
/// Calls an experience when something of it is due. Deadlines are rows of the read model, so they outlive every silo, and any silo
/// meets them; two that call at once do it once, because the experience decides. See docs/adr/0014-deadlines-are-rows.md.
/// </summary>
internal sealed partial class DeadlineWatch(
    DeadlineQueries deadlines,
    IGrainFactory grains,
    IOptions<DeadlineOptions> options,
    IHostApplicationLifetime lifetime,
    TimeProvider time,
    ILogger<DeadlineWatch> logger) : BackgroundService
{
    private const int Batch = 100;

    // What was settled is due until the projection has seen it.
    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(100);

    /// <summary>Settles what is due now; how long nothing more is. Public to tests.</summary>
    public async Task<TimeSpan> SettleDue(CancellationToken cancellation)
    {
        var next = await deadlines.Next(Batch, cancellation);
        var now = time.GetUtcNow();
        // At once: after a crash, a call to an experience that is thought to live in a dead silo takes its whole time-out.
        await Task.WhenAll(next.Where(d => d.At <= now).Select(Settle));
        var until = next.FirstOrDefault(d => d.At > now) is { } first ? first.At - now : options.Value.Interval;
        if (next.Any(d => d.At <= now)) until = ShortestPause;
        return TimeSpan.FromTicks(Math.Clamp(until.Ticks, Math.Min(ShortestPause.Ticks, options.Value.Interval.Ticks), options.Value.Interval.Ticks));
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await lifetime.Started(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            var pause = options.Value.Interval;
            try
            {
                pause = await SettleDue(stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                LogFailed(exception);
            }

            await Task.Delay(pause, time, stoppingToken);
        }
    }

    private async Task Settle(Deadline due)
    {
        try
        {
            await grains.GetGrain<IDeadlineGrain>(due.Experience.Value).Settle();
        }
        catch (Exception exception)
        {
            LogNotSettled(exception, due.Experience.Value);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Deadlines could not be read; they are looked at again")]
    private partial void LogFailed(Exception exception);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Experience {Experience}: deadline not settled; it is tried again")]
    private partial void LogNotSettled(Exception exception, string experience);
}
