using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;

namespace SpPlus.Web.Limits;

/// <summary>A part of each limit, counted by this replica alone: what holds while Redis is away. Losing it only lets somebody go on sooner.</summary>
internal sealed class LocalCounters : IDisposable
{
    private readonly Dictionary<LimitedAct, (PartitionedRateLimiter<string> Clients, RateLimiter Total)> limiters;

    public LocalCounters(IOptions<LimitsOptions> options) => limiters = Enum.GetValues<LimitedAct>().ToDictionary(act => act, act =>
    {
        var (limit, part) = (options.Value.Of(act), options.Value.PartAlone);
        var clients = PartitionedRateLimiter.Create<string, string>(client => limit.PerClient <= 0
            ? RateLimitPartition.GetNoLimiter("")
            : RateLimitPartition.GetFixedWindowLimiter(client, _ => Window(limit.PerClient, part, limit.Window)));
        RateLimiter total = limit.InTotal <= 0
            ? new ConcurrencyLimiter(new() { PermitLimit = int.MaxValue })
            : new FixedWindowRateLimiter(Window(limit.InTotal, part, limit.Window));
        return (clients, total);
    });

    /// <summary>How long to wait; zero when it may go on.</summary>
    public TimeSpan Wait(LimitedAct act, string client)
    {
        var (clients, total) = limiters[act];
        using var own = clients.AttemptAcquire(client);
        if (!own.IsAcquired) return After(own);
        using var everybody = total.AttemptAcquire();
        return everybody.IsAcquired ? TimeSpan.Zero : After(everybody);
    }

    public void Dispose()
    {
        foreach (var (clients, total) in limiters.Values)
        {
            clients.Dispose();
            total.Dispose();
        }
    }

    private static FixedWindowRateLimiterOptions Window(int limit, int part, TimeSpan window) =>
        new() { PermitLimit = Math.Max(1, limit / part), Window = window, QueueLimit = 0 };

    private static TimeSpan After(RateLimitLease lease) =>
        lease.TryGetMetadata(MetadataName.RetryAfter, out var after) && after > TimeSpan.Zero ? after : TimeSpan.FromMinutes(1);
}
