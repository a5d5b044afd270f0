using System.Diagnostics.Metrics;
using System.Globalization;
using Microsoft.Extensions.Options;
using SpPlus.ServiceDefaults;
using SpPlus.Web.Errors;

namespace SpPlus.Web.Overload;

/// <summary>
/// Lets in what this process can answer soon and turns the rest away at once, at a small part of what an answer costs: those let in are
/// served as on any other day. A form that is turned away has done nothing, and is sent again by reloading the page that says so.
/// </summary>
internal sealed class OverloadGate(IOptions<OverloadOptions> options, BusyPages pages, TimeProvider time) : IAsyncDisposable
{
    private const int SecondsToWait = 10;

    private static readonly string RetryAfter = SecondsToWait.ToString(CultureInfo.InvariantCulture);

    private readonly Lane reading = new(options.Value, time), writing = new(options.Value, time);
    private readonly Counter<long> turnedAway = SpPlusTelemetry.Meter.CreateCounter<long>(
        "spplus.requests.turned_away", "{request}", "Requests that found too many others");

    public async Task Pass(HttpContext context, RequestDelegate next)
    {
        var endpoint = context.GetEndpoint();
        if (endpoint?.Metadata.GetMetadata<NeverTurnedAway>() is not null)
        {
            await next(context);
            return;
        }

        var isReading = HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method);
        using var turn = await (isReading ? reading : writing).Enter(context.RequestAborted);
        await (turn is null ? TurnAway(context, isReading) : next(context));
    }

    public async ValueTask DisposeAsync()
    {
        await reading.DisposeAsync();
        await writing.DisposeAsync();
    }

    private async Task TurnAway(HttpContext context, bool isReading)
    {
        turnedAway.Add(1, new KeyValuePair<string, object?>("kind", isReading ? "reading" : "writing"));
        var response = context.Response;
        response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        response.Headers.RetryAfter = RetryAfter;
        response.Headers.CacheControl = "no-store";
        if (ErrorPages.IsOfProgram(context))
        {
            await TypedResults.Problem("There are too many requests right now.", statusCode: response.StatusCode).ExecuteAsync(context);
            return;
        }

        response.ContentType = "text/html; charset=utf-8";
        var page = await pages.For(isReading);
        response.ContentLength = page.Length;
        await response.Body.WriteAsync(page, context.RequestAborted);
    }
}
