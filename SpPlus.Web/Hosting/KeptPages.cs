using System.Diagnostics.Metrics;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using SpPlus.ServiceDefaults;
using SpPlus.Web.Errors;
using SpPlus.Web.Texts;

namespace SpPlus.Web.Hosting;

/// <summary>
/// While PostgreSQL is away a public page is shown as it was when somebody last read it, and says so. Each reading asks PostgreSQL
/// first, so that what it holds is shown as soon as it answers; only one that is silent, instead of refusing, is asked by one reader
/// at a time, and the others do not wait for it.
/// </summary>
internal sealed partial class KeptPages(
    IOutputCacheStore store, IOptions<PublicCacheOptions> options, IStringLocalizer<Shared> texts, HtmlEncoder encoder, TimeProvider time,
    ILogger<KeptPages> logger)
{
    private static readonly object Asked = new();

    private readonly Counter<long> shown = SpPlusTelemetry.Meter.CreateCounter<long>(
        "spplus.pages.kept", "{page}", "Public pages shown from memory while PostgreSQL did not answer");

    private long silentUntil;

    public static bool AreAskedFor(HttpContext context) => context.Items.ContainsKey(Asked);

    public async Task Show(HttpContext context, RequestDelegate next)
    {
        if (IsSilent() && await ShowKept(context, next)) return;
        try
        {
            await ShowFresh(context, next);
        }
        catch (Exception exception) when (ErrorPages.IsAbsence(exception) && !context.Response.HasStarted)
        {
            if (!await ShowKept(context, next)) throw;
            LogKept(exception, context.Request.Path);
            return;
        }

        Volatile.Write(ref silentUntil, 0);
        if (context.Response.StatusCode == StatusCodes.Status404NotFound)
            await store.EvictByTagAsync(PublicPagePolicy.TagOf(context.Request.Path), CancellationToken.None);
    }

    private async Task ShowFresh(HttpContext context, RequestDelegate next)
    {
        var aborted = context.RequestAborted;
        using var limit = new CancellationTokenSource(options.Value.Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(aborted, limit.Token);
        context.RequestAborted = either.Token;
        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (!either.IsCancellationRequested && !context.Response.HasStarted)
        {
            // Readers of one page share one reading: whoever it belonged to has gone.
            context.Response.Clear();
            await next(context);
        }
        catch (Exception exception) when (limit.IsCancellationRequested && !aborted.IsCancellationRequested)
        {
            Volatile.Write(ref silentUntil, Later(options.Value.Patience));
            throw new TimeoutException("PostgreSQL did not answer in time.", exception);
        }
        finally
        {
            context.RequestAborted = aborted;
        }
    }

    /// <summary>False when it is not kept: nothing is written then.</summary>
    private async Task<bool> ShowKept(HttpContext context, RequestDelegate next)
    {
        var (request, response) = (context.Request, context.Response);
        var (directives, body) = (request.Headers.CacheControl, response.Body);
        using var page = new MemoryStream();
        response.Clear();
        response.Body = page;
        context.Items[Asked] = true;
        // What is not there is then not looked for in PostgreSQL.
        request.Headers.CacheControl = "only-if-cached";
        try
        {
            await next(context);
            await response.BodyWriter.FlushAsync(context.RequestAborted);
        }
        finally
        {
            request.Headers.CacheControl = directives;
            context.Items.Remove(Asked);
            response.Body = body;
        }

        if (response.StatusCode == StatusCodes.Status504GatewayTimeout)
        {
            response.Clear();
            return false;
        }

        shown.Add(1);
        await Write(response, page.GetBuffer().AsMemory(0, (int)page.Length), context.RequestAborted);
        return true;
    }

    private async Task Write(HttpResponse response, ReadOnlyMemory<byte> page, CancellationToken cancellation)
    {
        var main = response.ContentType?.StartsWith("text/html", StringComparison.Ordinal) is true ? page.Span.IndexOf("<main "u8) : -1;
        var start = main < 0 ? 0 : main + page.Span[main..].IndexOf((byte)'>') + 1;
        // The note makes it longer.
        response.ContentLength = null;
        await response.BodyWriter.WriteAsync(page[..start], cancellation);
        if (start > 0) await response.WriteAsync($"""<div class="sp-wrap"><div class="sp-notice is-warm"><p>{encoder.Encode(texts["Kept"])}</p></div></div>""", cancellation);
        await response.BodyWriter.WriteAsync(page[start..], cancellation);
    }

    /// <summary>True but for the one who asks again, once in a while.</summary>
    private bool IsSilent()
    {
        var until = Volatile.Read(ref silentUntil);
        return until != 0 && (time.GetTimestamp() < until || Interlocked.CompareExchange(ref silentUntil, Later(options.Value.Patience), until) != until);
    }

    private long Later(TimeSpan span) => time.GetTimestamp() + (long)(span.TotalSeconds * time.TimestampFrequency);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Page} is shown as it was last read: PostgreSQL does not answer")]
    private partial void LogKept(Exception exception, PathString page);
}
