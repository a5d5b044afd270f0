using SpPlus.Contracts.Accounts;
using SpPlus.Contracts.Experiences;

namespace SpPlus.Web.Agents;

/// <summary>The list of what may be taken back is a moment behind; the experience itself is not.</summary>
internal static class UndoItems
{
    public static AccountView AsOf(ExperienceView view, AccountView account) => account with
    {
        Publishing =
        [
            .. account.Publishing.Where(item => item.Experience != view.Id)
                .Concat(view.Standings.Where(s => s.Pending is not null && (s.Actions.HasFlag(ExperienceActions.TakeBackResponse) || WasThere(s, account.Publishing, view.Id))).Select(s => new PublishingItem
                {
                    Experience = view.Id, Structure = s.Structure, Title = view.Title, ClosesAt = s.Pending!.ClosesAt,
                    MayTakeBack = s.Actions.HasFlag(ExperienceActions.TakeBackResponse),
                }))
                .OrderBy(item => item.ClosesAt),
        ],
    };

    private static bool WasThere(StandingView standing, IEnumerable<PublishingItem> items, ExperienceId id) =>
        items.Any(item => item.Experience == id && item.Structure == standing.Structure);
}
