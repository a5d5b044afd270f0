using Microsoft.Extensions.Options;

namespace SpPlus.Silo.Retention;

/// <summary>Looks for what is over its time, in every silo, one at a time.</summary>
internal sealed partial class RetentionWatch(
    RetentionRound round, IOptions<RetentionOptions> options, IHostApplicationLifetime lifetime, TimeProvider time, ILogger<RetentionWatch> logger)
    : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await lifetime.Started(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            // Not at once: a cluster that starts has more urgent things to do.
            await Task.Delay(options.Value.Interval, time, stoppingToken);
            try
            {
                await round.Run(stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                LogFailed(exception);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "What is over its time could not be looked for; it is looked for again")]
    private partial void LogFailed(Exception exception);
}
