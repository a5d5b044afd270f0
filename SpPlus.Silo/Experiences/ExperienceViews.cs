using System.Collections.Immutable;
using SpPlus.Contracts.Experiences;
using SpPlus.Contracts.ImprovementActions;
using SpPlus.Silo.Accounts;
using SpPlus.Silo.Experiences.Decisions;

namespace SpPlus.Silo.Experiences;

/// <summary>The state as each kind of reader may see it.</summary>
internal static class ExperienceViews
{
    private const int CommentsShown = 100;

    /// <summary>Null for whoever may not see it (RIGHT-2).</summary>
    public static ExperienceView? For(ExperienceId id, Experience experience, DecisionContext context)
    {
        if (context.Account is not { } account || !Rights.Sees(account, experience, context.Structures)) return null;
        var sent = context.SentText;
        return new()
        {
            Id = id,
            Status = experience.Status!.Value,
            Title = experience.Title ?? sent?.Title ?? "",
            Story = experience.Story ?? sent?.Story ?? "",
            Pseudonym = experience.Title is null ? sent?.Pseudonym : experience.Pseudonym,
            Procedure = experience.Title is null ? sent?.Procedure : experience.Procedure,
            ContactDate = experience.ContactDate,
            Department = experience.Department,
            Country = experience.Country,
            Feeling = experience.Feeling,
            SubmittedAt = experience.SubmittedAt,
            PublishedAt = experience.PublishedAt,
            Services = experience.Services,
            Standings = [.. experience.Standings.Select(s => View(experience, s, context))],
            GeneralTags = experience.GeneralTags,
            GeneralTagsVersion = experience.GeneralTagsVersion,
            Comments = Before(experience.Comments, int.MaxValue, account),
            CommentCount = experience.Comments.Count,
            RoutingVersion = experience.RoutingVersion,
            Actions = Rights.OfferedFor(experience, context),
            Decided = experience.Decided,
            ModerationWords = experience.ModerationWords,
            RejectionReason = experience.RejectionReason,
            AnswerStatus = experience.AnswerStatus(),
            IsTextUnreadable = experience.Title is null && sent is { IsUnreadable: true },
            Sent = experience.Status == ExperienceStatus.PublishedAfterModeration && account.IsSteward && sent is not null
                ? new() { Title = sent.Title, Story = sent.Story, IsUnreadable = sent.IsUnreadable }
                : null,
            Suspects = experience.Status == ExperienceStatus.Submitted && account.IsSteward && sent is not null ? ModerationGuard.SuspectsIn(sent) : [],
            Masks = experience.Masks,
            Transfers = experience.Transfers,
            Sequence = experience.Sequence,
            ImprovementActions = [.. experience.ImprovementActions.Select(View)],
            Campaign = account.IsSteward ? experience.Campaign : null,
            Former =
            [
                .. experience.Former.Select(s => View(experience, s, context)).Where(s => s.Draft is not null)
                    .Select(s => s with { Actions = ExperienceActions.None }),
            ],
        };
    }

    /// <summary>COMM-1; null for whoever may not see the experience.</summary>
    public static ImmutableArray<CommentView>? Comments(Experience experience, int before, DecisionContext context) =>
        context.Account is { } account && Rights.Sees(account, experience, context.Structures) ? Before(experience.Comments, before, account) : null;

    public static TrackingView ForAuthor(ExperienceId id, Experience experience, DecisionContext context) => new()
    {
        Id = id,
        Status = experience.Status!.Value,
        Title = experience.Title,
        Story = experience.Story,
        SubmittedAt = experience.SubmittedAt,
        DecidedAt = experience.Decided?.At,
        ModerationWords = experience.ModerationWords,
        RejectionReason = experience.RejectionReason,
        HasAddress = experience.HasAddress,
        WithdrawnAt = experience.WithdrawnAt,
        ErasedAt = experience.ErasedAt,
        ImprovementActions =
        [
            .. experience.ImprovementActions.Select(a => View(a) with
            {
                Answer = a.Answer, MayEvaluate = TiedActionDecisions.MayEvaluate(experience, a, context), ChangeableUntil = TiedActionDecisions.ChangeableUntil(a),
            }),
        ],
        Masks = experience.Masks,
        Structures =
        [
            .. experience.Standings.Where(s => s.Status != ResponseStatus.NotConcerned).Select(s => new TrackedStructure
            {
                Structure = s.Structure,
                Response = Published(s, forAgents: false),
                Adoption = View(s.Adoption),
                Evaluation = View(s.Evaluation),
                MayEvaluate = AuthorDecisions.MayEvaluate(experience, s, context.Now),
                MayChangeUntil = s.Evaluation?.FirstAt + AuthorDecisions.EvaluationMayChange,
            }),
        ],
    };

    private static StandingView View(Experience experience, Standing standing, DecisionContext context)
    {
        var mayReadDraft = context.Account is { } account
            && (account.IsSteward || Rights.ActsFor(account, standing.Structure, context.Structures)
                // ROUTE-5: who takes over reads what was begun.
                || (standing.LeftTo is { } next && Rights.ActsFor(account, next, context.Structures)));
        return new()
        {
            Structure = standing.Structure,
            ConcernedSince = standing.ConcernedSince,
            Status = standing.Status,
            Version = standing.Version,
            Draft = mayReadDraft ? View(standing.Draft) : null,
            Published = Published(standing, forAgents: true),
            Adoption = View(standing.Adoption),
            Channels = standing.Channels,
            ChannelsVersion = standing.ChannelsVersion,
            BusinessTags = standing.BusinessTags,
            BusinessTagsVersion = standing.BusinessTagsVersion,
            Improvements = standing.Improvements,
            ImprovementWords = standing.ImprovementWords,
            ImprovementsVersion = standing.ImprovementsVersion,
            Evaluation = View(standing.Evaluation),
            NotConcernedReason = standing.NotConcernedReason,
            AnsweredAt = standing.AnsweredAt,
            Actions = Rights.OfferedFor(experience, standing, context),
            Pending = View(standing.Pending, mayReadDraft),
            Intent = standing.Intent is { } intent ? new() { Intent = intent.Intent, Of = intent.Of, By = intent.By.Name ?? "", At = intent.At } : null,
            Assignee = mayReadDraft && standing.Assignee is { } assignee
                ? new() { Name = assignee.Name, Subject = assignee.Subject, IsCaller = assignee.Subject == context.Account?.Subject }
                : null,
            Transfer = View(standing.Transfer),
            Earlier = [.. standing.Earlier.Select(View)],
            AdoptedIsAmended = standing is { Status: ResponseStatus.Adopted, Adoption: { } adoption }
                && experience.StandingOf(adoption.Adopted)?.Published is { } adopted && adopted.Version != adoption.Version,
            LeftAt = standing.LeftAt,
        };
    }

    private static PendingPublicationView? View(PendingPublication? pending, bool mayReadDraft) => pending is null ? null : new()
    {
        ClosesAt = pending.ClosesAt, By = pending.By.Name ?? "", Response = mayReadDraft ? pending.Response : null, Adopted = pending.Adopted,
    };

    private static TransferView? View(Transfer? transfer) => transfer is null ? null : new()
    {
        To = transfer.To, Reason = transfer.Reason, By = transfer.By.Name ?? "", At = transfer.At, ExpiresAt = transfer.ExpiresAt,
        Approver = transfer.Approver,
    };

    private static PublishedResponseView View(PublishedResponse published) => new()
    {
        Response = published.Response, Version = published.Version, At = published.At, By = published.By.Name,
    };

    private static DraftView? View(Draft? draft) => draft is null ? null : new()
    {
        AwaitsValidation = draft.AwaitsValidation,
        Response = draft.Response,
        By = draft.By.Name ?? "",
        At = draft.At,
        SentBackWord = draft.SentBackWord,
        SentBackBy = draft.SentBackBy?.Name,
    };

    private static PublishedResponseView? Published(Standing standing, bool forAgents) => standing.Published is not { } published
        ? null
        : new()
        {
            Response = published.Response,
            Version = published.Version,
            At = published.At,
            By = forAgents ? published.By.Name : null,
        };

    private static TiedActionView View(TiedAction tied) => new()
    {
        Id = tied.Id, Structure = tied.Structure, Title = tied.Title, State = tied.State, DoneOn = tied.DoneOn,
        CommittedAt = tied.CommittedAt, DoneAt = tied.DoneAt,
    };

    private static AdoptionView? View(Adoption? adoption) => adoption is null
        ? null
        : new() { Adopted = adoption.Adopted, Version = adoption.Version, At = adoption.At };

    private static EvaluationView? View(Evaluation? evaluation) => evaluation is null
        ? null
        : new() { Useful = evaluation.Useful, Clarity = evaluation.Clarity, Words = evaluation.Words, At = evaluation.At };

    private static ImmutableArray<CommentView> Before(ImmutableList<Comment> comments, int number, Account reader)
    {
        var end = Math.Clamp(number, 1, comments.Count + 1) - 1;
        var first = Math.Max(0, end - CommentsShown);
        return [.. comments.GetRange(first, end - first).Select(c => View(c) with { IsOwn = c.By.Subject == reader.Subject })];
    }

    /// <summary>The same for everybody who sees the experience.</summary>
    public static CommentView View(Comment comment) => new()
    {
        Number = comment.Number, By = comment.By.Name ?? "", Structure = comment.By.Structure ?? default, At = comment.At,
        Text = comment.IsMasked ? "" : comment.Text, Mentions = comment.Mentions, IsMasked = comment.IsMasked, Sequence = comment.Sequence,
    };
}
