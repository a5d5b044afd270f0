using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;

namespace SpPlus.Web.Submission;

/// <summary>
/// Counts what is sent, not the steps on the way there. Each replica counts for itself: the limit is against floods, and losing it
/// with a replica only lets somebody send again sooner.
/// </summary>
internal sealed class SubmissionLimit(IOptions<SubmissionOptions> options) : IDisposable
{
    private readonly PartitionedRateLimiter<IPAddress> limiter = PartitionedRateLimiter.Create<IPAddress, string>(address =>
        options.Value.PerClient <= 0
            ? RateLimitPartition.GetNoLimiter("")
            : RateLimitPartition.GetFixedWindowLimiter(Client(address), _ => new()
            {
                PermitLimit = options.Value.PerClient,
                Window = options.Value.Window,
                QueueLimit = 0,
            }));

    private readonly RateLimiter total = options.Value.InTotal <= 0
        ? new ConcurrencyLimiter(new() { PermitLimit = int.MaxValue })
        : new FixedWindowRateLimiter(new() { PermitLimit = options.Value.InTotal, Window = options.Value.Window });

    /// <summary>One client over its limit takes nothing from the others.</summary>
    public bool Allows(HttpContext context)
    {
        using var own = limiter.AttemptAcquire(context.Connection.RemoteIpAddress ?? IPAddress.None);
        if (!own.IsAcquired) return false;
        using var everybody = total.AttemptAcquire();
        return everybody.IsAcquired;
    }

    public void Dispose()
    {
        limiter.Dispose();
        total.Dispose();
    }

    /// <summary>A subscriber is given a whole /64 of IPv6: counting addresses would count nothing.</summary>
    public static string Client(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        return address.AddressFamily == AddressFamily.InterNetworkV6 ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)) : address.ToString();
    }
}
