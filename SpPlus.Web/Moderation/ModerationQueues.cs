using SpPlus.Contracts.Accounts;
using SpPlus.Contracts.Experiences;
using SpPlus.Contracts.Moderation;
using SpPlus.Web.Accounts;
using SpPlus.Web.Errors;
using SpPlus.Web.Experiences;
using SpPlus.Web.Hosting;

namespace SpPlus.Web.Moderation;

/// <summary>The queue, oldest first, and the way from one experience to the next.</summary>
internal sealed class ModerationQueues(Desk desk, ExperienceGateway gateway)
{
    public Task<IResult> Show(HttpContext context, string? after, Done? done) => context.WithAccount(async account =>
    {
        if (await Read(new() { After = after }, done, context.User.Caller()) is not { } queue) return ErrorPages.NotFound;
        return Pages.Show<ModerationQueuePage>(new
        {
            Account = account with { Waiting = queue.Count }, Queue = queue, Done = done, After = after,
        });
    });

    /// <summary>The list alone, for a page that is open: not found for whoever does not moderate.</summary>
    public Task<IResult> Refresh(HttpContext context, string? open, string? after) => context.WithAccount(async _ =>
    {
        context.Response.Headers.CacheControl = "no-store";
        ExperienceId? id = ExperienceId.TryParse(open, out var parsed) ? parsed : null;
        return await desk.ModerationQueue(new() { After = after is { Length: > 0 } ? after : null, Limit = id is null ? 25 : 8 }, context.User.Caller()) is { } queue
            ? Pages.Show<QueuePanel>(new { Queue = queue, Open = id, After = after })
            : ErrorPages.NotFound;
    });

    /// <summary>The queue follows the decisions in a moment: what was just decided is not shown as waiting. Null for whoever does not moderate.</summary>
    public async Task<ModerationQueue?> Read(ModerationQueueQuery query, Done? done, Caller caller)
    {
        if (await desk.ModerationQueue(query, caller) is not { } queue) return null;
        return queue.Items.FirstOrDefault(item => item.Experience == done?.Experience) is { } decided
            ? queue with { Items = queue.Items.Remove(decided), Count = queue.Count - 1 }
            : queue;
    }

    /// <summary>
    /// After a decision, the oldest that waits; without one, the one after <paramref name="left"/>, which stays in the queue. The
    /// queue may still list what was just decided: an experience is asked before anybody is sent to it.
    /// </summary>
    public Task<IResult> GoToNext(HttpContext context, ExperienceId? left, Done? done) => context.WithAccount(async _ =>
    {
        var caller = context.User.Caller();
        if (await desk.ModerationQueue(new(), caller) is not { } queue) return ErrorPages.NotFound;
        var waiting = queue.Items.Select(item => item.Experience).ToArray();
        var inTurn = done is null ? waiting.SkipWhile(id => id != left).Skip(1).Concat(waiting) : waiting;
        foreach (var id in inTurn.Distinct().Where(id => id != left))
            if (await gateway.View(id, caller) is { } view && view.Actions.HasFlag(ExperienceActions.Moderate))
                return Pages.SeeOther($"/moderation/{id}{done?.Query}");
        return Pages.SeeOther("/moderation" + done?.Query);
    });
}
