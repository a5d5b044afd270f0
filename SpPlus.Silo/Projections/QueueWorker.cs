namespace SpPlus.Silo.Projections;

/// <summary>
/// Works off what waits in a table, in every silo: at once when <typeparamref name="TQueue"/> is signalled, and by the clock, since a
/// signal may be lost with its silo. A row leaves its table only after its work is durable.
/// </summary>
internal abstract partial class QueueWorker<TQueue>(
    QueueSignal<TQueue> signal, IHostApplicationLifetime lifetime, TimeProvider time, ILogger logger) : BackgroundService
{
    protected abstract TimeSpan Interval { get; }

    protected TimeProvider Time { get; } = time;

    /// <summary>One batch; true when there may be more that can be done now. Public to tests.</summary>
    public abstract Task<bool> DoDue(CancellationToken cancellation);

    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await lifetime.Started(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            var next = signal.Next;
            try
            {
                while (await DoDue(stoppingToken)) { }
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                LogFailed(exception, GetType().Name, Interval);
                next = Task.Delay(Interval, Time, stoppingToken);
            }

            await Task.WhenAny(next, Task.Delay(Interval, Time, stoppingToken));
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Worker} could not work off what waits; it tries again in {Interval}")]
    private partial void LogFailed(Exception exception, string worker, TimeSpan interval);
}
