using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;

namespace SpPlus.EndToEnd.Canary;

/// <summary>Takes every log record, span and metric that the processes export, and keeps the bytes.</summary>
internal sealed class TelemetrySink : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentQueue<(string Signal, byte[] Body)> exports = [];

    private TelemetrySink(WebApplication app) => this.app = app;

    public Uri Address => new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    /// <summary>How many exports came, by signal: logs, traces, metrics.</summary>
    public IReadOnlyDictionary<string, int> Counts => exports.GroupBy(e => e.Signal).ToDictionary(g => g.Key, g => g.Count());

    public static async Task<TelemetrySink> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(System.Net.IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2));
        var app = builder.Build();
        var sink = new TelemetrySink(app);
        app.Run(sink.TakeAsync);
        await app.StartAsync();
        return sink;
    }

    /// <summary>The signals whose exports hold one of the texts.</summary>
    public List<string> Holding(params string[] texts) =>
        [.. exports.Where(e => Encoding.UTF8.GetString(e.Body) is var body && texts.Any(t => body.Contains(t, StringComparison.OrdinalIgnoreCase))).Select(e => $"telemetry {e.Signal}").Distinct()];

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task TakeAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        exports.Enqueue((context.Request.Path.Value!.Split('.').First(part => part is "logs" or "trace" or "metrics"), body.ToArray()));
        context.Response.ContentType = "application/grpc";
        await context.Response.Body.WriteAsync(new byte[5]);
        context.Response.AppendTrailer("grpc-status", "0");
    }
}
