using StackExchange.Redis;

namespace SpPlus.Silo;

/// <summary>Orleans ends the process when it finds no Redis at its start: a silo waits for it instead.</summary>
internal sealed partial class RedisStartup(IServiceProvider services, TimeProvider time, ILogger<RedisStartup> logger) : IHostedLifecycleService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);

    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        // It connects in the background from now on, whatever Redis does.
        var redis = services.GetRequiredService<IConnectionMultiplexer>();
        for (var isTold = false; !redis.IsConnected; isTold = true)
        {
            if (!isTold) LogWaiting();
            await Task.Delay(Interval, time, cancellationToken);
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(Level = LogLevel.Information, Message = "Redis is not there: the silo waits for it")]
    private partial void LogWaiting();
}
