using Microsoft.Extensions.Diagnostics.HealthChecks;
using StackExchange.Redis;

namespace SpPlus.ServiceDefaults;

/// <summary>Without Redis, members that run go on and pages are served without cache: degraded, not unhealthy.</summary>
internal sealed class RedisHealth(IConnectionMultiplexer redis) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await redis.GetDatabase().PingAsync();
            return HealthCheckResult.Healthy();
        }
        catch (Exception exception) when (exception is RedisException or TimeoutException)
        {
            return HealthCheckResult.Degraded("Redis does not answer", exception);
        }
    }
}
