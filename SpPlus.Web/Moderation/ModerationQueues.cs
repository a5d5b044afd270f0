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
        await desk.ModerationQueue(new() { After = after }, context.User.Caller()) is { } queue
            ? Pages.Show<ModerationQueuePage>(new { Account = account, Queue = Without(done, queue), Done = done, IsFirst = after is null })
            : ErrorPages.NotFound);

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

    /// <summary>The queue follows the decisions in a moment: what was just decided is not shown as waiting.</summary>
    public static ModerationQueue Without(Done? done, ModerationQueue queue) => queue.Items.Any(item => item.Experience == done?.Experience)
        ? queue with { Items = queue.Items.RemoveAll(item => item.Experience == done!.Experience), Count = queue.Count - 1 }
        : queue;
}
