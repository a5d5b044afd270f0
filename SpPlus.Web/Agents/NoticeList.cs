using SpPlus.Web.Accounts;
using SpPlus.Web.Errors;
using SpPlus.Web.Hosting;

namespace SpPlus.Web.Agents;

/// <summary>What the account's structure was told lately.</summary>
internal static class NoticeList
{
    public static Task<IResult> Show(HttpContext context, Desk desk) =>
        context.WithAccount(async account => await desk.Notices(context.User.Caller()) is { } notices
            ? Pages.Show<NoticesPage>(new { Account = account, Notices = notices })
            : ErrorPages.NotFound);
}
