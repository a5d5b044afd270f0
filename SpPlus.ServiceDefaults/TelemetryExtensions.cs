using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace SpPlus.ServiceDefaults;

internal static class TelemetryExtensions
{
    public static void AddTelemetry(this IHostApplicationBuilder builder)
    {
        // Spans that nobody collects would still be made, a dozen for each command.
        if (string.IsNullOrWhiteSpace(builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"])) return;
        builder.Logging.AddOpenTelemetry(logging =>
        {
            logging.IncludeFormattedMessage = true;
            // The request's own scope holds its path, which may be an author's key; spans say which request it was.
            logging.IncludeScopes = false;
            logging.AddProcessor(new SecretLinkLogs());
        });

        builder.Services.AddOpenTelemetry()
            .WithMetrics(metrics => metrics
                .AddAspNetCoreInstrumentation()
                .AddHttpClientInstrumentation()
                .AddRuntimeInstrumentation()
                .AddMeter("Microsoft.Orleans", "Npgsql", SpPlusTelemetry.Name))
            .WithTracing(tracing => tracing
                .AddSource("Microsoft.Orleans.Runtime", "Microsoft.Orleans.Application", "Microsoft.Orleans.Storage")
                .AddSource(SpPlusTelemetry.Name, builder.Environment.ApplicationName)
                .AddProcessor(new SecretLinkSpans())
                .AddNpgsql()
                .AddAspNetCoreInstrumentation(http => http.Filter = IsNotAProbe)
                .AddHttpClientInstrumentation())
            .UseOtlpExporter();
    }

    private static bool IsNotAProbe(HttpContext context) =>
        !context.Request.Path.StartsWithSegments(HealthEndpoints.Ready, StringComparison.Ordinal)
        && !context.Request.Path.StartsWithSegments(HealthEndpoints.Alive, StringComparison.Ordinal);
}
