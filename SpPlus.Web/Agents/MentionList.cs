using SpPlus.Web.Accounts;
using SpPlus.Web.Errors;
using SpPlus.Web.Hosting;

namespace SpPlus.Web.Agents;

/// <summary>The comments that name the account's structure and wait to be read.</summary>
internal static class MentionList
{
    public static Task<IResult> Show(HttpContext context, Desk desk) =>
        context.WithAccount(async account => await desk.Mentions(context.User.Caller()) is { } mentions
            ? Pages.Show<MentionsPage>(new { Account = account, Mentions = mentions })
            : ErrorPages.NotFound);
}
