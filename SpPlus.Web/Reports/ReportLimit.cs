using System.Net;
using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;
using SpPlus.Web.Submission;

namespace SpPlus.Web.Reports;

/// <summary>Against floods; each replica counts for itself.</summary>
internal sealed class ReportLimit(IOptions<ReportOptions> options) : IDisposable
{
    private readonly PartitionedRateLimiter<IPAddress> limiter = PartitionedRateLimiter.Create<IPAddress, string>(address =>
        options.Value.PerClient <= 0
            ? RateLimitPartition.GetNoLimiter("")
            : RateLimitPartition.GetFixedWindowLimiter(SubmissionLimit.Client(address), _ => new()
            {
                PermitLimit = options.Value.PerClient, Window = options.Value.Window, QueueLimit = 0,
            }));

    public bool Allows(HttpContext context)
    {
        using var own = limiter.AttemptAcquire(context.Connection.RemoteIpAddress ?? IPAddress.None);
        return own.IsAcquired;
    }

    public void Dispose() => limiter.Dispose();
}
