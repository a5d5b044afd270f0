using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace SpPlus.Silo.Mail.Pace;

/// <summary>Without the mail server mails wait, and everything else goes on: degraded, not unhealthy.</summary>
internal sealed class MailHealth(MailBreaker breaker) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(breaker.IsOpen ? HealthCheckResult.Degraded("The mail server does not answer: mails wait") : HealthCheckResult.Healthy());
}
