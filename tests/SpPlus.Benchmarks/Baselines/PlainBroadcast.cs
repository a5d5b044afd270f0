using System.Collections.Concurrent;
using System.Text;
using System.Threading.Channels;

namespace SpPlus.Benchmarks.Baselines;

/// <summary>
/// The floor: one process that keeps a channel for each page and puts a comment into all of them. No session, no rights, nothing stored,
/// no other process, and whoever was away missed it.
/// </summary>
internal static class PlainBroadcast
{
    public static void MapPlainBroadcast(this WebApplication app)
    {
        var rooms = new ConcurrentDictionary<string, ConcurrentBag<Channel<byte[]>>>();
        app.MapGet("/agents/experiences/{id}", (HttpContext context) =>
        {
            context.Response.Cookies.Append("form", "none");
            return Results.Content("<input name=\"__RequestVerificationToken\" value=\"none\">", "text/html");
        });
        app.MapGet("/agents/experiences/{id}/direct", async (HttpContext context, string id) =>
        {
            context.Response.ContentType = "text/event-stream";
            var events = Channel.CreateUnbounded<byte[]>(new() { SingleReader = true });
            rooms.GetOrAdd(id, _ => []).Add(events);
            events.Writer.TryWrite(": bonjour\n\n"u8.ToArray());
            await foreach (var bytes in events.Reader.ReadAllAsync(context.RequestAborted)) await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
        });
        app.MapPost("/agents/experiences/{id}/commentaire", async (HttpContext context, string id) =>
        {
            var form = await context.Request.ReadFormAsync();
            var bytes = Encoding.UTF8.GetBytes($"event: commentaire\ndata: <li>{form["commentaire"]}</li>\n\n");
            foreach (var page in rooms.GetValueOrDefault(id) ?? []) page.Writer.TryWrite(bytes);
            context.Response.StatusCode = StatusCodes.Status303SeeOther;
        });
    }
}
