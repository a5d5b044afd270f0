using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Trace;
using SpPlus.ServiceDefaults;
using Xunit;

namespace SpPlus.Tests.Web;

/// <summary>What a collector would be sent, of requests to an author's private address.</summary>
public sealed class SecretLinkTests
{
    private const string Token = "c2VjcmV0LXRva2VuLW9mLWFuLWF1dGhvcg";

    [Theory]
    [InlineData("/suivi/AAAAA-BBBBB/" + Token)]
    [InlineData("/SUIVI/AAAAA-BBBBB/" + Token + "/evaluer")]
    [InlineData("/suivi/AAAAA-BBBBB/" + Token + "/nulle-part?fait=avis")]
    public async Task The_key_of_a_private_address_is_in_no_span_and_in_no_log_line(string path)
    {
        var (spans, lines) = (new Taken<Activity>(Print), new Taken<LogRecord>(Print));
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Configuration.AddInMemoryCollection([new("OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:9")]);
        builder.Logging.SetMinimumLevel(LogLevel.Trace);
        builder.Services.AddRoutingCore();
        builder.AddServiceDefaults();
        builder.Services.ConfigureOpenTelemetryTracerProvider(tracing => tracing.AddProcessor(new SimpleActivityExportProcessor(spans)));
        builder.Services.ConfigureOpenTelemetryLoggerProvider(logging => logging.AddProcessor(new SimpleLogRecordExportProcessor(lines)));
        await using (var app = builder.Build())
        {
            app.MapGet("/suivi/{id}/{token}", (HttpContext context) => Results.Ok());
            app.MapGet("/suivi/{id}/{token}/evaluer", string (HttpContext context) => throw new TimeoutException());
            await app.StartAsync();
            using var client = new HttpClient { BaseAddress = new(app.Urls.First()) };
            using var answer = await client.GetAsync(path);
            await app.StopAsync();
        }

        Assert.Contains(spans.Printed, span => span.Contains("/AAAAA-BBBBB/***", StringComparison.Ordinal));
        Assert.Contains(lines.Printed, line => line.Contains("/AAAAA-BBBBB/***", StringComparison.Ordinal));
        Assert.All(spans.Printed, span => Assert.DoesNotContain(Token, span, StringComparison.Ordinal));
        Assert.All(lines.Printed, line => Assert.DoesNotContain(Token, line, StringComparison.Ordinal));
    }

    private static string Print(Activity span) => string.Join('\n',
        span.TagObjects.Select(t => $"{t.Key}={t.Value}").Prepend(span.DisplayName)
            .Concat(span.Events.SelectMany(e => e.Tags.Select(t => $"{t.Key}={t.Value}"))));

    private static string Print(LogRecord line)
    {
        var parts = new List<string> { line.CategoryName!, line.FormattedMessage ?? "", line.Body ?? "", line.Exception?.ToString() ?? "" };
        parts.AddRange(line.Attributes?.Select(a => $"{a.Key}={a.Value}") ?? []);
        line.ForEachScope((scope, all) => { foreach (var item in scope) all.Add($"{item.Key}={item.Value}"); }, parts);
        return string.Join('\n', parts);
    }

    private sealed class Taken<T>(Func<T, string> print) : BaseExporter<T> where T : class
    {
        // Records are reused after the export.
        public ConcurrentQueue<string> Printed { get; } = [];

        public override ExportResult Export(in Batch<T> batch)
        {
            foreach (var item in batch) Printed.Enqueue(print(item));
            return ExportResult.Success;
        }
    }
}
