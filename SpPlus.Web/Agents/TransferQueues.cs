using SpPlus.Web.Accounts;
using SpPlus.Web.Errors;
using SpPlus.Web.Hosting;

namespace SpPlus.Web.Agents;

/// <summary>The transfers that wait, for those who resolve them.</summary>
internal static class TransferQueues
{
    public static Task<IResult> Show(HttpContext context, string? apres, Desk desk) =>
        context.WithAccount(async account => await desk.Transfers(new() { After = apres }, context.User.Caller()) is { } queue
            ? Pages.Show<TransferQueuePage>(new { Account = account, Queue = queue, IsFirst = apres is null })
            : ErrorPages.NotFound);
}
