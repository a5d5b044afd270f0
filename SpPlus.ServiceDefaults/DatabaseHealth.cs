using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;

namespace SpPlus.ServiceDefaults;

/// <summary>
/// Asks PostgreSQL, one question at a time and never waiting long. A process that has never reached it is unhealthy; one that has says
/// what its registration says.
/// </summary>
internal sealed class DatabaseHealth(NpgsqlDataSource database) : IHealthCheck
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private Task asking = Task.CompletedTask;
    private volatile bool hasAnswered;

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            // Told to give up, the driver would wait for a server that is silent: it is left waiting, and nobody asks again meanwhile.
            if (asking.IsCompleted) asking = Ask();
            await asking.WaitAsync(Patience, cancellationToken);
            hasAnswered = true;
            return HealthCheckResult.Healthy();
        }
        catch (Exception exception) when (exception is NpgsqlException or TimeoutException)
        {
            return new(hasAnswered ? context.Registration.FailureStatus : HealthStatus.Unhealthy, "PostgreSQL does not answer", exception);
        }
    }

    private async Task Ask()
    {
        await using var command = database.CreateCommand("select 1");
        await command.ExecuteScalarAsync();
    }
}
