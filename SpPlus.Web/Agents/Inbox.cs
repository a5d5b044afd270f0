using SpPlus.Contracts.Accounts;
using SpPlus.Contracts.Experiences;
using SpPlus.Contracts.Structures;
using SpPlus.Web.Accounts;
using SpPlus.Web.Errors;
using SpPlus.Web.Hosting;

namespace SpPlus.Web.Agents;

/// <summary>What the inbox is asked for, as its address says it.</summary>
internal static class Inbox
{
    private const string Everything = "toutes";

    /// <summary>Each status's word in the address.</summary>
    public static readonly (ResponseStatus? Status, string Word)[] Views =
    [
        (ResponseStatus.ToDo, "a-traiter"), (ResponseStatus.Draft, "en-cours"), (ResponseStatus.ToValidate, "a-valider"), (ResponseStatus.Publishing, "bientot-publiques"),
        (ResponseStatus.Published, "publiees"), (ResponseStatus.Adopted, "adoptees"), (ResponseStatus.NotConcerned, "non-concernees"),
        (null, Everything),
    ];

    public static Task<IResult> Show(HttpContext context, string? statut, string? structure, string? seule, string? apres, Desk desk) =>
        context.WithAccount(async account =>
        {
            if (account.IsSteward && statut is null && structure is null) return Pages.SeeOther("/moderation");
            var view = Array.Find(Views, v => v.Word == (statut ?? Views[0].Word));
            if (view.Word is null || (structure is { Length: > 0 } && !StructureId.TryParse(structure, out _))) return ErrorPages.NotFound;
            var query = new InboxQuery
            {
                Status = view.Status,
                Structure = StructureId.TryParse(structure, out var chosen) ? chosen : null,
                WithDescendants = seule is null,
                After = apres,
            };
            return await desk.Inbox(query, context.User.Caller()) is { } page
                ? Pages.Show<InboxPageView>(new { Account = account, Query = query, Inbox = page, View = view.Word })
                : ErrorPages.NotFound;
        });
}
