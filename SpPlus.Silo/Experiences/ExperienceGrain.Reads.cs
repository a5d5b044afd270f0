using System.Collections.Immutable;
using SpPlus.Contracts.Accounts;
using SpPlus.Contracts.Experiences;
using SpPlus.Silo.Experiences.Decisions;

namespace SpPlus.Silo.Experiences;

/// <summary>What each caller may read of it; nothing changes here.</summary>
internal sealed partial class ExperienceGrain
{
    /// <summary>A page's worth: each entry is read with its words, and a busy experience has thousands.</summary>
    private const int HistoryLength = 200;

    public async Task<ExperienceView?> View(Caller caller)
    {
        if (experience.Status is null) return null;
        var context = await ContextOf(
            caller,
            withSentText: experience.Status is ExperienceStatus.Submitted or ExperienceStatus.Rejected or ExperienceStatus.PublishedAfterModeration);
        return ExperienceViews.For(Id, experience, context) is { } view ? await Drawer.Show(view, experience, context.Account!) : null;
    }

    public async Task<ImmutableArray<CommentView>?> Comments(int before, Caller caller) =>
        ExperienceViews.Comments(experience, before, await ContextOf(caller, withSentText: false));

    public async Task<TrackingView?> Track(Caller caller)
    {
        var context = await ContextOf(caller, withSentText: false);
        return AuthorDecisions.IsAuthor(experience, context) ? ExperienceViews.ForAuthor(Id, experience, context) : null;
    }

    public async Task<ImmutableArray<HistoryEntry>?> History(Caller caller)
    {
        var context = await ContextOf(caller, withSentText: false);
        if (context.Account is not { } account || !Rights.Sees(account, experience, context.Structures)) return null;
        return [.. (await journal.Read(Id, Math.Max(0, experience.Sequence - HistoryLength)))
            .Where(recorded => Experiences.History.MaySee(recorded.Fact, account))
            .Select(recorded => Experiences.History.Entry(recorded, account, context.Structures))];
    }

    public async Task<HistoryPage?> HistoryPage(HistoryQuery query, Caller caller)
    {
        var context = await ContextOf(caller, withSentText: false);
        if (context.Account is not { } account || !Rights.Sees(account, experience, context.Structures)) return null;
        var quiet = await journal.ReadWithoutComments(Id);
        var comments = HistoryPages.WantsComments(query)
            ? await journal.ReadComments(Id, query.Before ?? int.MaxValue, HistoryPages.Limit(query) + 1)
            : [];
        return HistoryPages.Page(query, quiet, comments, account, context.Structures);
    }
}
