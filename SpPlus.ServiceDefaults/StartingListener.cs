using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace SpPlus.ServiceDefaults;

/// <summary>
/// A process that waits at its start, for PostgreSQL or for a silo, does not listen yet: until it does, this answers in its place that
/// it is alive and not ready, so that nobody takes it for dead and starts it again. To be registered before whatever waits.
/// </summary>
internal sealed class StartingListener(IConfiguration configuration) : LifecycleService, IStartupFilter, IAsyncDisposable
{
    private WebApplication? listener;

    public override async Task StartingAsync(CancellationToken cancellationToken)
    {
        if (Addresses() is not { Length: > 0 } addresses) return;
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls(addresses);
        listener = builder.Build();
        listener.Run(context =>
        {
            context.Response.StatusCode = context.Request.Path == HealthEndpoints.Alive ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
            return context.Response.WriteAsync("Starting", context.RequestAborted);
        });
        await listener.StartAsync(cancellationToken);
    }

    /// <summary>Called right before the process itself listens at the same place, when nothing is waited for any more.</summary>
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next)
    {
        DisposeAsync().AsTask().GetAwaiter().GetResult();
        return next;
    }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref listener, null) is not { } open) return;
        await open.StopAsync(new CancellationToken(canceled: true));
        await open.DisposeAsync();
    }

    /// <summary>Those without a certificate: probes come from inside.</summary>
    private string[] Addresses() => configuration["urls"] is { Length: > 0 } addresses
        ? [.. addresses.Split(';').Where(address => address.StartsWith("http://", StringComparison.OrdinalIgnoreCase))]
        : [.. (configuration["http_ports"] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries).Select(port => $"http://*:{port}")];
}
