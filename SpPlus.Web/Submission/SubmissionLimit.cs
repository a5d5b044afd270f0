using System.Net;
using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;

namespace SpPlus.Web.Submission;

/// <summary>SUBMIT-5: so many submissions for one client address. Counted by this replica, in memory, and forgotten after ten minutes.</summary>
internal sealed class SubmissionLimit(IOptions<SubmissionOptions> options) : IDisposable
{
    private readonly PartitionedRateLimiter<IPAddress> limiter = PartitionedRateLimiter.Create<IPAddress, IPAddress>(address =>
        options.Value.PerClient == 0
            ? RateLimitPartition.GetNoLimiter(address)
            : RateLimitPartition.GetFixedWindowLimiter(address, _ => new() { PermitLimit = options.Value.PerClient, Window = TimeSpan.FromMinutes(10) }));

    public bool Allows(HttpContext context)
    {
        using var lease = limiter.AttemptAcquire(context.Connection.RemoteIpAddress ?? IPAddress.None);
        return lease.IsAcquired;
    }

    public void Dispose() => limiter.Dispose();
}
