using SpPlus.Web.Accounts;
using SpPlus.Web.Errors;
using SpPlus.Web.Hosting;

namespace SpPlus.Web.Agents;

/// <summary>The transfers that wait, for those who resolve them.</summary>
internal static class TransferQueues
{
    public const string Path = "/agents/transferts";

    /// <summary>A form of this page leads back to it.</summary>
    public const string Field = "file";

    public static Task<IResult> Show(HttpContext context, string? apres, string? fait, Desk desk) =>
        context.WithAccount(async account => await desk.Transfers(new() { After = apres }, context.User.Caller()) is { } queue
            ? Pages.Show<TransferQueuePage>(new { Account = account, Queue = queue, IsFirst = apres is null, Done = fait is "transfert-accepte" or "transfert-refuse" ? fait : null })
            : ErrorPages.NotFound);
}
