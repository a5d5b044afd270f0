using SpPlus.Contracts.Experiences;
using SpPlus.Contracts.Structures;
using SpPlus.Silo.Experiences.Facts;

namespace SpPlus.Silo.Experiences;

/// <summary>State after a fact. Total: a fact that was recorded is always folded, whatever came before it.</summary>
internal static class Fold
{
    public static Experience Apply(Experience experience, Recorded recorded)
    {
        var (actor, at) = (recorded.Actor, recorded.HappenedAt);
        var next = recorded.Fact switch
        {
            ExperienceSubmitted f => Submitted(experience, f, at),
            ExperiencePublished f => Published(experience, f, actor, at),
            ExperienceRejected f => Rejected(experience, f, actor, at),
            ExperienceUnpublished => experience with { Status = ExperienceStatus.Unpublished, ReportsClosed = experience.Reports },
            ExperienceReported f => experience with { Reports = f.Number },
            ReportsDismissed f => experience with { ReportsClosed = f.UpTo },
            AddressChanged => experience with { HasAddress = true },
            AddressForgotten => experience with { HasAddress = false, AddressForgottenBy = recorded.Sequence },
            ExperienceWithdrawn => ErasureFold.Withdrawn(experience, at),
            ErasureAsked => ErasureFold.Erased(experience, at),
            WordsErased => experience,
            StructureAttached f => Attached(experience, f, at),
            StructureDetached f => Detached(experience, f.Structure, at),
            StructureReplaced f => Replaced(experience, f.Structure, f.By, at),
            TransferRequested f => Standing(experience, f.Structure, s => TransferFold.Requested(s, f, actor, at)),
            TransferAccepted f => Replaced(experience, f.Structure, f.To, at) with { Transfers = experience.Transfers + 1 },
            TransferRefused f => Standing(experience, f.Structure, TransferFold.Over),
            TransferWithdrawn f => Standing(experience, f.Structure, TransferFold.Over),
            TransferExpired f => Standing(experience, f.Structure, TransferFold.Expired),
            GeneralTagsQualified f =>
                experience with { GeneralTags = f.Tags, GeneralTagsVersion = experience.GeneralTagsVersion + 1 },
            CommentAdded f => Commented(experience, f, recorded),
            StructuresMentioned f => Changed(experience, f.Number, c => c with { Mentions = f.Structures }),
            CommentMasked f => Changed(experience, f.Number, c => c with { IsMasked = true }),
            StructureNotConcerned f => NotConcerned(experience, f),
            DraftSaved f => Standing(experience, f.Structure, s => ResponseFold.Drafted(s, f.Response, awaitsValidation: false, actor, at)),
            ValidationRequested f =>
                Standing(experience, f.Structure, s => ResponseFold.Drafted(s, f.Response, awaitsValidation: true, actor, at)),
            ResponseSentBack f => Standing(experience, f.Structure, s => ResponseFold.SentBack(s, f, actor)),
            PublicationScheduled f => Standing(experience, f.Structure, s => ResponseFold.Scheduled(s, f, actor, at)),
            PublicationTakenBack f => Standing(experience, f.Structure, s => ResponseFold.TakenBack(s, f)),
            ResponsePublished f => Standing(experience, f.Structure, s => ResponseFold.Published(s, f, actor, at)),
            ResponseAdopted f => Standing(experience, f.Structure, s => ResponseFold.Adopted(s, f, at)),
            IntentDeclared f => Standing(experience, f.Structure, s => ResponseFold.Promised(s, f, actor, at)),
            ResponseAssigned f => Standing(experience, f.Structure, s => s with
            {
                Assignee = f.Subject is { } subject ? new() { Subject = subject, Name = f.Name ?? "" } : null,
            }),
            ResponseEvaluated f => Standing(experience, f.Structure, s => Evaluated(s, f, at)),
            ChannelsQualified f => Standing(experience, f.Structure,
                s => s with { Channels = f.Channels, ChannelsVersion = s.ChannelsVersion + 1 }),
            BusinessTagsQualified f => Standing(experience, f.Structure,
                s => s with { BusinessTags = f.Tags, BusinessTagsVersion = s.BusinessTagsVersion + 1 }),
            ImprovementsNoted f => Standing(experience, f.Structure, s => s with
            {
                Improvements = f.Improvements, ImprovementWords = f.Words, ImprovementsVersion = s.ImprovementsVersion + 1,
            }),
            ImprovementActionTied f => TiedActionFold.Tied(experience, f, at),
            ImprovementActionEvaluated f => TiedActionFold.Evaluated(experience, f, at),
            _ => throw new NotSupportedException($"No fold for {recorded.Fact.GetType().Name}."),
        };
        return next with
        {
            Sequence = recorded.Sequence,
            Operations = next.Operations.SetItem(recorded.OperationId, PartVersions.Of(recorded.Fact, next)),
        };
    }

    private static Experience Submitted(Experience experience, ExperienceSubmitted fact, DateTimeOffset at) => experience with
    {
        Status = ExperienceStatus.Submitted,
        ContactDate = fact.ContactDate,
        Department = fact.Department,
        Country = fact.Country,
        Feeling = fact.Feeling,
        Services = fact.Services,
        Campaign = fact.Campaign,
        Language = fact.Language,
        HasAddress = fact.HasAddress,
        TrackingTokenHash = fact.TrackingTokenHash,
        Source = fact.Source,
        SubmittedAt = at,
    };

    private static Experience Published(Experience experience, ExperiencePublished fact, Actor actor, DateTimeOffset at)
    {
        var status = fact.Moderated ? ExperienceStatus.PublishedAfterModeration : ExperienceStatus.Published;
        return experience with
        {
            Status = status,
            Title = fact.Title,
            Story = fact.Story,
            Pseudonym = fact.Pseudonym,
            Procedure = fact.Procedure,
            ModerationWords = fact.Words,
            Masks = fact.Masks,
            PublishedAt = at,
            Decided = new() { By = actor.Name ?? "", At = at, Status = status },
        };
    }

    private static Experience Rejected(Experience experience, ExperienceRejected fact, Actor actor, DateTimeOffset at) => experience with
    {
        Status = ExperienceStatus.Rejected,
        RejectionReason = fact.Reason,
        ModerationWords = fact.Words,
        Decided = new() { By = actor.Name ?? "", At = at, Status = ExperienceStatus.Rejected },
    };

    private static Experience Attached(Experience experience, StructureAttached fact, DateTimeOffset at)
    {
        var standing = Concerned(experience, fact.Structure, at) with { Channels = fact.Channels };
        return experience with { Standings = experience.Standings.Add(standing), RoutingVersion = experience.RoutingVersion + 1 };
    }

    private static Experience Detached(Experience experience, StructureId structure, DateTimeOffset at, StructureId? to = null) => experience with
    {
        Standings = experience.Standings.RemoveAll(s => s.Structure == structure),
        Former = experience.Former.AddRange(experience.Standings.Where(s => s.Structure == structure).Select(s => Left(s, at) with { LeftTo = to })),
        RoutingVersion = experience.RoutingVersion + 1,
    };

    /// <summary>The one that comes may be there already, when the DITP named it meanwhile: then it is there once.</summary>
    private static Experience Replaced(Experience experience, StructureId structure, StructureId by, DateTimeOffset at)
    {
        if (experience.StandingOf(structure) is not { } old) return experience;
        if (experience.StandingOf(by) is not null) return Detached(experience, structure, at, by);
        var standing = Concerned(experience, by, at) with { Channels = old.Channels };
        return experience with
        {
            Standings = experience.Standings.Replace(old, standing),
            Former = experience.Former.Add(Left(old, at) with { LeftTo = by }),
            RoutingVersion = experience.RoutingVersion + 1,
        };
    }

    /// <summary>The versions of a structure that comes back go on where they were: a page from before is as old as it is.</summary>
    private static Standing Concerned(Experience experience, StructureId structure, DateTimeOffset at)
    {
        var standing = new Standing { Structure = structure, ConcernedSince = at };
        return experience.Former.LastOrDefault(s => s.Structure == structure) is not { } before ? standing : standing with
        {
            Version = before.Version + 1,
            ChannelsVersion = before.ChannelsVersion + 1,
            BusinessTagsVersion = before.BusinessTagsVersion + 1,
            ImprovementsVersion = before.ImprovementsVersion + 1,
        };
    }

    /// <summary>What it was about to do, it does no more; what it wrote stays readable (RESP-2, ROUTE-5).</summary>
    private static Standing Left(Standing standing, DateTimeOffset at) =>
        standing with
        {
            Status = standing.Pending?.Before ?? standing.Status, LeftAt = at, Transfer = null, Pending = null, Intent = null, Assignee = null,
        };

    /// <summary>The routing's version moves too: who routes on an older page would ask the structure again without knowing.</summary>
    private static Experience NotConcerned(Experience experience, StructureNotConcerned fact) =>
        Standing(experience, fact.Structure, s => s with
        {
            Status = ResponseStatus.NotConcerned, NotConcernedReason = fact.Reason, Version = s.Version + 1, Intent = null,
        }) with { RoutingVersion = experience.RoutingVersion + 1 };

    private static Experience Commented(Experience experience, CommentAdded fact, Recorded recorded) => experience with
    {
        Comments = experience.Comments.Add(new()
        {
            Number = experience.Comments.Count + 1, Sequence = recorded.Sequence, By = recorded.Actor, At = recorded.HappenedAt,
            Text = fact.Text,
        }),
    };

    private static Experience Changed(Experience experience, int number, Func<Comment, Comment> change) => number < 1 || number > experience.Comments.Count
        ? experience
        : experience with { Comments = experience.Comments.SetItem(number - 1, change(experience.Comments[number - 1])) };

    private static Standing Evaluated(Standing standing, ResponseEvaluated fact, DateTimeOffset at) => standing with
    {
        Evaluation = new()
        {
            Useful = fact.Useful,
            Clarity = fact.Clarity,
            Words = fact.Words,
            FirstAt = standing.Evaluation?.FirstAt ?? at,
            At = at,
        },
    };

    private static Experience Standing(Experience experience, StructureId structure, Func<Standing, Standing> change) =>
        experience.StandingOf(structure) is { } standing
            ? experience with { Standings = experience.Standings.Replace(standing, change(standing)) }
            : experience;
}
