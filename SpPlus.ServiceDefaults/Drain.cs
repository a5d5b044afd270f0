using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace SpPlus.ServiceDefaults;

/// <summary>
/// From the moment that a process is asked to end it is not ready any more, and goes on working for as long as a load balancer needs to see
/// it: a request that is on its way still finds somebody.
/// </summary>
internal sealed class Drain(IHostApplicationLifetime lifetime, IEnumerable<IDrained> drained, IOptions<DrainOptions> options, TimeProvider time)
    : LifecycleService, IHealthCheck
{
    public override async Task StoppingAsync(CancellationToken cancellationToken)
    {
        if (options.Value.Grace <= TimeSpan.Zero) return;
        using var grace = new CancellationTokenSource(options.Value.Grace, time);
        using var over = CancellationTokenSource.CreateLinkedTokenSource(grace.Token, cancellationToken);
        await Task.WhenAll([Task.Delay(Timeout.InfiniteTimeSpan, over.Token), .. drained.Select(d => d.Drain(options.Value.Grace, over.Token))])
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(lifetime.ApplicationStopping.IsCancellationRequested ? HealthCheckResult.Unhealthy("It was asked to end") : HealthCheckResult.Healthy());
}
