using System.Globalization;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http.Features;
using SpPlus.Contracts.Audience;
using SpPlus.Contracts.Experiences;
using SpPlus.Contracts.Structures;
using SpPlus.Web.Accounts;
using SpPlus.Web.Experiences;
using SpPlus.Web.Forms;

namespace SpPlus.Web.Live;

/// <summary>The stream of one page, and what its script says of its reader (COMM-2).</summary>
internal sealed class LivePages(LiveRooms rooms, ExperienceGateway gateway, TimeProvider time)
{
    private const int TcpLevel = 6;
    private const int TcpUserTimeout = 18;

    /// <summary>A session is looked at again when the page comes back; not all pages at the same time.</summary>
    private static readonly TimeSpan LongestStream = TimeSpan.FromMinutes(30);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>
    /// Answers for as long as the page is open. Not found for whoever may not see the experience (RIGHT-2); a browser that comes back
    /// says by itself where it was.
    /// </summary>
    public async Task<IResult> Follow(HttpContext context, string id, string? since)
    {
        context.Response.Headers.CacheControl = "no-store";
        if (context.User.Caller().Subject is not { } subject) return Results.StatusCode(StatusCodes.Status401Unauthorized);
        if (!ExperienceId.TryParse(id, out var experience)) return Results.NotFound();
        var last = context.Request.Headers["Last-Event-ID"].ToString();
        var page = new OpenPage(
            subject, CultureInfo.CurrentUICulture.TwoLetterISOLanguageName, Position.Of(last.Length > 0 ? last : since),
            time.GetUtcNow() + (LongestStream * (0.7 + (0.3 * Random.Shared.NextDouble()))));
        rooms.Enter(experience, page);
        try
        {
            if (!await page.Admitted.WaitAsync(Patience, time, context.RequestAborted)) return Results.NotFound();
            Prepare(context);
            await page.Write(context.Response, context.RequestAborted);
        }
        catch (TimeoutException)
        {
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
        }
        finally
        {
            rooms.Leave(experience, page);
        }

        return Results.Empty;
    }

    public async Task<IResult> Signal(HttpContext context, string id, PostedForm form)
    {
        if (!ExperienceId.TryParse(id, out var experience)) return Results.NotFound();
        var doing = form["fait"] switch { "response" => Doing.Responding, "comment" => Doing.Commenting, _ => Doing.Looking };
        StructureId? structure = StructureId.TryParse(form["structure"], out var acting) ? acting : null;
        return await gateway.Signal(experience, doing, structure, context.User.Caller()) ? Results.NoContent() : Results.NotFound();
    }

    private static void Prepare(HttpContext context)
    {
        context.Response.ContentType = "text/event-stream; charset=utf-8";
        context.Response.Headers["X-Accel-Buffering"] = "no";
        context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        // A machine that vanished does not answer the beats: without this the kernel would go on trying for a quarter of an hour.
        if (OperatingSystem.IsLinux() && context.Features.Get<IConnectionSocketFeature>()?.Socket is { } socket)
            socket.SetRawSocketOption(TcpLevel, TcpUserTimeout, BitConverter.GetBytes((int)Attendance.Forgotten.TotalMilliseconds));
    }
}
