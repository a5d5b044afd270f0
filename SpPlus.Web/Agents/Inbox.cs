using System.Collections.Immutable;
using SpPlus.Contracts.Accounts;
using SpPlus.Web.Accounts;
using SpPlus.Web.Errors;
using SpPlus.Web.Forms;
using SpPlus.Web.Hosting;
using SpPlus.Web.Reference;

namespace SpPlus.Web.Agents;

/// <summary>Shows an agent's inbox as its address asks for it, and keeps filters under a name.</summary>
internal sealed class Inbox(Desk desk, ReferenceCache reference)
{
    /// <summary>What a saved filter's forms can be told to do.</summary>
    public static readonly ImmutableArray<string> Changes = ["enregistrer", "renommer", "supprimer"];

    public Task<IResult> Show(HttpContext context) => context.WithAccount(account =>
        account.IsSteward && !context.Request.Query.ContainsKey("statut")
            ? Task.FromResult(Pages.SeeOther("/moderation"))
            : Page(context, account, InboxAddress.Of(context.Request.Query, reference.Current), new()
            {
                After = context.Request.Query["apres"],
                Filter = Changes.FirstOrDefault(change => change == context.Request.Query["fait"]),
            }));

    public async Task<IResult> ChangeFilter(HttpContext context, string change, PostedForm form)
    {
        var (address, caller, name) = (InboxAddress.Parse(form["liste"], reference.Current), context.User.Caller(), form["nom"] ?? "");
        var answer = change switch
        {
            "enregistrer" => await desk.SaveFilter(name, address.ToString(), caller),
            "renommer" => await desk.RenameFilter(name, form["nouveau"] ?? "", caller),
            _ => await desk.DeleteFilter(name, caller),
        };
        return answer == SavedFilterAnswer.Done
            ? Pages.SeeOther($"{address.Path()}&fait={change}")
            : await context.WithAccount(account => Page(
                context, account, address, new() { Answer = answer, Typed = form["nouveau"] ?? name }, StatusCodes.Status422UnprocessableEntity));
    }

    /// <summary>The list with what became of what was asked for some of its experiences.</summary>
    public Task<IResult> ShowOutcome(HttpContext context, PostedForm form, BulkOutcome outcome) => context.WithAccount(account =>
        Page(context, account, InboxAddress.Parse(form["liste"], reference.Current), new() { After = form["apres"], Bulk = outcome }));

    private async Task<IResult> Page(
        HttpContext context, AccountView account, InboxAddress address, InboxNews news, int status = StatusCodes.Status200OK)
    {
        var caller = context.User.Caller();
        var (filters, colleagues) = (desk.SavedFilters(caller), desk.Colleagues(account.Structure, caller));
        return await desk.Inbox(address.Query(news.After), caller) is { } page
            ? Pages.Show<InboxPageView>(status, new
            {
                Account = account, Address = address, Inbox = page, News = news, Saved = await filters, Colleagues = await colleagues, Me = caller.Subject,
            })
            : ErrorPages.NotFound;
    }
}
