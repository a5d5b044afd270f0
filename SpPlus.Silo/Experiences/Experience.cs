using System.Collections.Immutable;
using System.Text.Json.Serialization;
using SpPlus.Contracts.Experiences;
using SpPlus.Contracts.Structures;

namespace SpPlus.Silo.Experiences;

/// <summary>The state of one experience: the fold of its facts, and nothing else.</summary>
internal sealed record Experience
{
    public static readonly Experience None = new();

    /// <summary>The last fact folded; 0 before the first.</summary>
    public int Sequence { get; init; }

    /// <summary>Null before it is submitted.</summary>
    public ExperienceStatus? Status { get; init; }

    public DateOnly ContactDate { get; init; }
    public string? Department { get; init; }
    public string? Country { get; init; }
    public Feeling Feeling { get; init; }
    public ImmutableArray<ServiceConcerned> Services { get; init; } = [];
    public string? Campaign { get; init; }
    public string Language { get; init; } = "fr";
    public bool HasAddress { get; init; }

    /// <summary>The fact that last let the address go: what was sealed after it is another one.</summary>
    public int AddressForgottenBy { get; init; }
    public string? TrackingTokenHash { get; init; }
    public string? Source { get; init; }
    public DateTimeOffset SubmittedAt { get; init; }

    public string? Title { get; init; }
    public string? Story { get; init; }
    public string? Pseudonym { get; init; }
    public string? Procedure { get; init; }
    public DateTimeOffset? PublishedAt { get; init; }
    public Decided? Decided { get; init; }
    public DateTimeOffset? WithdrawnAt { get; init; }

    /// <summary>When the author asked that no word about it be left.</summary>
    public DateTimeOffset? ErasedAt { get; init; }
    public string? ModerationWords { get; init; }
    // What was recorded before there were masks has none.
    public ImmutableArray<MaskCount> Masks { get => field.IsDefault ? [] : field; init; } = [];
    public string? RejectionReason { get; init; }

    /// <summary>The concerned structures, in the order they came, those that declared themselves not concerned included.</summary>
    public ImmutableArray<Standing> Standings { get; init; } = [];

    /// <summary>Structures that were replaced or taken off: their drafts stay readable (RESP-2).</summary>
    public ImmutableArray<Standing> Former { get; init; } = [];
    public int RoutingVersion { get; init; }

    /// <summary>Accepted transfers: the third one is flagged to the DITP (ROUTE-5).</summary>
    public int Transfers { get; init; }

    public ImmutableArray<TagFeeling> GeneralTags { get; init; } = [];
    public int GeneralTagsVersion { get; init; }

    public ImmutableList<Comment> Comments { get; init; } = [];

    /// <summary>How many visitors reported it, and up to which one that is closed (MOD-4).</summary>
    public int Reports { get; init; }
    public int ReportsClosed { get; init; }

    [JsonIgnore]
    public int OpenReports => Reports - ReportsClosed;

    /// <summary>In the order it was tied to them (ACT-1).</summary>
    public ImmutableArray<TiedAction> ImprovementActions { get; init; } = [];

    /// <summary>
    /// Every operation that was recorded, with the version its part had right after: a command applied twice changes nothing and is
    /// answered as the first time. The current version instead would let a page that never saw another's save write over it.
    /// </summary>
    public ImmutableDictionary<Guid, int> Operations { get; init; } = ImmutableDictionary<Guid, int>.Empty;

    [JsonIgnore]
    public bool IsPublic => Status is ExperienceStatus.Published or ExperienceStatus.PublishedAfterModeration;

    public Standing? StandingOf(StructureId structure)
    {
        foreach (var standing in Standings)
            if (standing.Structure == structure) return standing;
        return null;
    }

    /// <summary>RESP-6: derived, never stored.</summary>
    public AnswerStatus AnswerStatus()
    {
        var (answered, awaited) = (0, 0);
        foreach (var standing in Standings)
        {
            if (standing.IsAnswered) answered++;
            else if (standing.Status != ResponseStatus.NotConcerned) awaited++;
        }

        return AnswerStatuses.Of(answered, awaited);
    }
}
