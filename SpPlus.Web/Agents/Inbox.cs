using SpPlus.Contracts.Accounts;
using SpPlus.Web.Accounts;
using SpPlus.Web.Errors;
using SpPlus.Web.Hosting;
using SpPlus.Web.Reference;

namespace SpPlus.Web.Agents;

/// <summary>Shows an agent's inbox as its address asks for it.</summary>
internal sealed class Inbox(Desk desk, ReferenceCache reference)
{
    public Task<IResult> Show(HttpContext context) => context.WithAccount(account =>
        account.IsSteward && !context.Request.Query.ContainsKey("statut")
            ? Task.FromResult(Pages.SeeOther("/moderation"))
            : Page(context, account, InboxAddress.Of(context.Request.Query, reference.Current), context.Request.Query["apres"]));

    private async Task<IResult> Page(HttpContext context, AccountView account, InboxAddress address, string? after) =>
        await desk.Inbox(address.Query(after), context.User.Caller()) is { } page
            ? Pages.Show<InboxPageView>(new { Account = account, Address = address, Inbox = page, IsFirst = after is not { Length: > 0 } })
            : ErrorPages.NotFound;
}
