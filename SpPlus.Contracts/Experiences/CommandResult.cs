using System.Collections.Immutable;

namespace SpPlus.Contracts.Experiences;

/// <summary>Why a command was not carried out. The numbers are stable; pages turn them into sentences.</summary>
[GenerateSerializer, Alias("spplus.refusal")]
public enum Refusal
{
    None = 0,

    /// <summary>It does not exist, or not for this caller: the two are never told apart (RIGHT-2).</summary>
    NotFound = 1,

    /// <summary>The caller sees the experience, but this is not theirs to do (RIGHT-1, RIGHT-3).</summary>
    NotAllowed = 2,

    /// <summary>Somebody saved this part meanwhile: <see cref="CommandResult.Version"/> is the current one.</summary>
    StaleVersion = 3,

    /// <summary>A moderator has already decided: see <see cref="CommandResult.Decided"/> (MOD-1).</summary>
    AlreadyDecided = 4,

    /// <summary>The part's status does not allow it any more, or not yet.</summary>
    WrongStatus = 5,

    /// <summary>Some fields are not right: see <see cref="CommandResult.Errors"/>.</summary>
    Invalid = 6,

    /// <summary>The structure is not a descendant of the one it would replace (ROUTE-2).</summary>
    NotADescendant = 7,

    /// <summary>The last concerned structure cannot declare itself not concerned (ROUTE-7).</summary>
    LastStructure = 8,

    /// <summary>The network wants another person to validate first (RIGHT-1).</summary>
    ValidationRequired = 9,

    /// <summary>The validator wrote the text (RESP-7).</summary>
    ValidatorIsAuthor = 10,

    /// <summary>There is no such published response to adopt or complement (RESP-3).</summary>
    NoSuchResponse = 11,

    /// <summary>The time for it is over (EVAL-1).</summary>
    TooLate = 12,

    /// <summary>The structure is already concerned.</summary>
    AlreadyConcerned = 13,

    /// <summary>The journal cannot be reached. Nothing was recorded: try again.</summary>
    Unavailable = 14,

    /// <summary>A transfer is asked for this structure: it is to be withdrawn or resolved first (ROUTE-5).</summary>
    TransferPending = 15,

    /// <summary>The structure is a descendant: it replaces at once, without asking (ROUTE-2).</summary>
    IsADescendant = 16,

    /// <summary>Something in the text looks like personal data, and nobody said that they looked at it: see <see cref="CommandResult.Marks"/> (PII-1).</summary>
    PersonalData = 17,

    /// <summary>It is what stands there already.</summary>
    NothingChanged = 18,

    /// <summary>The structure has answered already: its author was told.</summary>
    AlreadyAnswered = 19,
}

/// <summary>A field that is not right. <see cref="Limit"/> and <see cref="Actual"/> are in characters or items where they have a meaning.</summary>
[GenerateSerializer, Immutable, Alias("spplus.field-error")]
public sealed record FieldError
{
    /// <summary>The command's property, such as <c>Story</c>.</summary>
    [Id(0)] public required string Field { get; init; }
    [Id(1)] public required FieldProblem Problem { get; init; }
    [Id(2)] public int Limit { get; init; }
    [Id(3)] public int Actual { get; init; }
}

[GenerateSerializer, Alias("spplus.field-problem")]
public enum FieldProblem
{
    Missing = 1,
    TooShort = 2,
    TooLong = 3,
    TooMany = 4,
    InTheFuture = 5,
    Unknown = 6,
    Malformed = 7,
}

/// <summary>Who decided a moderation, and when.</summary>
[GenerateSerializer, Immutable, Alias("spplus.decided")]
public sealed record Decided
{
    [Id(0)] public required string By { get; init; }
    [Id(1)] public required DateTimeOffset At { get; init; }
    [Id(2)] public required ExperienceStatus Status { get; init; }
}

/// <summary>
/// The answer to a command. Accepted means durable. An exception instead of an answer means that the outcome is unknown:
/// send the command again with the same operation id.
/// </summary>
[GenerateSerializer, Immutable, Alias("spplus.command-result.v1")]
public sealed record CommandResult
{
    [Id(0)] public Refusal Refusal { get; init; }

    /// <summary>The version, after the command, of the part that it is about; 0 where that part has none.</summary>
    [Id(1)] public int Version { get; init; }
    [Id(2)] public ImmutableArray<FieldError> Errors { get; init; } = [];
    [Id(3)] public Decided? Decided { get; init; }

    /// <summary>What looks like personal data in the text, in its order (PII-1).</summary>
    [Id(4)] public ImmutableArray<PersonalDataMark> Marks { get; init; } = [];

    public bool Accepted => Refusal == Refusal.None;
}
