using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace SpPlus.Web.Reference;

/// <summary>A web without lists has reached no silo yet, and would make people wait: it is not ready.</summary>
internal sealed class ReferenceHealth(ReferenceCache reference) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(reference.IsLoaded ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("No silo has given its lists yet"));
}
