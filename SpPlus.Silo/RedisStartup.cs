using SpPlus.ServiceDefaults;
using StackExchange.Redis;

namespace SpPlus.Silo;

/// <summary>Orleans ends the process when it finds no Redis at its start: a silo waits for it instead.</summary>
internal sealed partial class RedisStartup(IServiceProvider services, TimeProvider time, ILogger<RedisStartup> logger) : LifecycleService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);

    public override async Task StartingAsync(CancellationToken cancellationToken)
    {
        // It connects in the background from now on, whatever Redis does.
        var redis = services.GetRequiredService<IConnectionMultiplexer>();
        for (var isTold = false; !redis.IsConnected; isTold = true)
        {
            if (!isTold) LogWaiting();
            await Task.Delay(Interval, time, cancellationToken);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Redis is not there: the silo waits for it")]
    private partial void LogWaiting();
}
