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
            ExperienceUnpublished => experience with { Status = ExperienceStatus.Unpublished },
            AddressForgotten => experience with { HasAddress = false },
            ExperienceWithdrawn => Withdrawn(experience),
            StructureAttached f => Attached(experience, f, at),
            StructureDetached f => Detached(experience, f.Structure),
            StructureReplaced f => Replaced(experience, f, at),
            GeneralTagsQualified f =>
                experience with { GeneralTags = f.Tags, GeneralTagsVersion = experience.GeneralTagsVersion + 1 },
            CommentAdded f => Commented(experience, f, actor, at),
            StructureNotConcerned f => NotConcerned(experience, f),
            DraftSaved f => Standing(experience, f.Structure, s => Drafted(s, ResponseStatus.Draft, f.Response, actor, at)),
            ValidationRequested f =>
                Standing(experience, f.Structure, s => Drafted(s, ResponseStatus.ToValidate, f.Response, actor, at)),
            ResponseSentBack f => Standing(experience, f.Structure, s => SentBack(s, f, actor)),
            ResponsePublished f => Standing(experience, f.Structure, s => Answered(s, f, actor, at)),
            ResponseAdopted f => Standing(experience, f.Structure, s => Adopted(s, f, at)),
            ResponseEvaluated f => Standing(experience, f.Structure, s => Evaluated(s, f, at)),
            ChannelsQualified f => Standing(experience, f.Structure,
                s => s with { Channels = f.Channels, ChannelsVersion = s.ChannelsVersion + 1 }),
            BusinessTagsQualified f => Standing(experience, f.Structure,
                s => s with { BusinessTags = f.Tags, BusinessTagsVersion = s.BusinessTagsVersion + 1 }),
            ImprovementsNoted f => Standing(experience, f.Structure, s => s with
            {
                Improvements = f.Improvements, ImprovementWords = f.Words, ImprovementsVersion = s.ImprovementsVersion + 1,
            }),
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

    /// <summary>The author's words go with the author: agents see that there was something, not what.</summary>
    private static Experience Withdrawn(Experience experience) => experience with
    {
        Status = ExperienceStatus.Withdrawn, HasAddress = false, Title = null, Story = null, Pseudonym = null, Procedure = null,
    };

    private static Experience Attached(Experience experience, StructureAttached fact, DateTimeOffset at)
    {
        var standing = new Standing { Structure = fact.Structure, ConcernedSince = at, Channels = fact.Channels };
        return experience with { Standings = experience.Standings.Add(standing), RoutingVersion = experience.RoutingVersion + 1 };
    }

    private static Experience Detached(Experience experience, StructureId structure) => experience with
    {
        Standings = experience.Standings.RemoveAll(s => s.Structure == structure),
        Former = experience.Former.AddRange(experience.Standings.Where(s => s.Structure == structure)),
        RoutingVersion = experience.RoutingVersion + 1,
    };

    private static Experience Replaced(Experience experience, StructureReplaced fact, DateTimeOffset at)
    {
        if (experience.StandingOf(fact.Structure) is not { } old) return experience;
        var standing = new Standing { Structure = fact.By, ConcernedSince = at, Channels = old.Channels };
        return experience with
        {
            Standings = experience.Standings.Replace(old, standing),
            Former = experience.Former.Add(old),
            RoutingVersion = experience.RoutingVersion + 1,
        };
    }

    /// <summary>The routing's version moves too: who routes on an older page would ask the structure again without knowing.</summary>
    private static Experience NotConcerned(Experience experience, StructureNotConcerned fact) =>
        Standing(experience, fact.Structure, s => s with
        {
            Status = ResponseStatus.NotConcerned, NotConcernedReason = fact.Reason, Version = s.Version + 1,
        }) with { RoutingVersion = experience.RoutingVersion + 1 };

    private static Experience Commented(Experience experience, CommentAdded fact, Actor actor, DateTimeOffset at) => experience with
    {
        Comments = experience.Comments.Add(new()
        {
            Number = experience.Comments.Count + 1, By = actor, At = at, Text = fact.Text,
        }),
    };

    private static Standing Drafted(Standing standing, ResponseStatus status, ResponseText response, Actor actor, DateTimeOffset at)
    {
        // Who hands in another's text unchanged has not written it: RESP-7 asks for the one who has.
        var by = standing.Draft?.Response == response ? standing.Draft.By : actor;
        var sentBack = status == ResponseStatus.Draft ? standing.Draft : null;
        return standing with
        {
            Status = status,
            Version = standing.Version + 1,
            Draft = new()
            {
                Response = response, By = by, At = at, SentBackWord = sentBack?.SentBackWord, SentBackBy = sentBack?.SentBackBy,
            },
        };
    }

    private static Standing SentBack(Standing standing, ResponseSentBack fact, Actor actor) => standing with
    {
        Status = ResponseStatus.Draft,
        Version = standing.Version + 1,
        Draft = standing.Draft is { } draft ? draft with { SentBackWord = fact.Word, SentBackBy = actor } : null,
    };

    private static Standing Answered(Standing standing, ResponsePublished fact, Actor actor, DateTimeOffset at) => standing with
    {
        Status = ResponseStatus.Published,
        Version = standing.Version + 1,
        Draft = null,
        Published = new() { Response = fact.Response, Version = fact.Version, At = at, By = actor },
        AnsweredAt = standing.AnsweredAt ?? at,
    };

    private static Standing Adopted(Standing standing, ResponseAdopted fact, DateTimeOffset at) => standing with
    {
        Status = ResponseStatus.Adopted,
        Version = standing.Version + 1,
        Adoption = new() { Adopted = fact.Adopted, Version = fact.AdoptedVersion, At = at },
        AnsweredAt = standing.AnsweredAt ?? at,
    };

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
