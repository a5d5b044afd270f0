using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;

namespace SpPlus.ServiceDefaults;

public static class HealthEndpoints
{
    public const string Ready = "/health";
    public const string Alive = "/alive";

    /// <summary>
    /// <c>/health</c> answers 200 when the process can do its work, <c>/alive</c> when it need not be restarted:
    /// a process whose database is away is alive, not ready.
    /// </summary>
    public static WebApplication MapDefaultEndpoints(this WebApplication app)
    {
        app.MapHealthChecks(Ready).AllowAnonymous().IsNeverTurnedAway();
        app.MapHealthChecks(Alive, new HealthCheckOptions { Predicate = check => check.Tags.Contains(HealthTags.Live) }).AllowAnonymous().IsNeverTurnedAway();
        return app;
    }
}
