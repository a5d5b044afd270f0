using System.Collections.Immutable;
using SpPlus.Contracts.Structures;

namespace SpPlus.Contracts.Moderation;

/// <summary>A structure that an experience may concern, and everything that speaks for it (ROUTE-1): the moderator decides.</summary>
[GenerateSerializer, Immutable, Alias("spplus.structure-suggestion.v1")]
public sealed record StructureSuggestion
{
    [Id(0)] public required StructureId Structure { get; init; }
    [Id(1)] public required ImmutableArray<SuggestionReason> Reasons { get; init; }
}

[GenerateSerializer, Immutable, Alias("spplus.suggestion-reason.v1")]
public sealed record SuggestionReason
{
    [Id(0)] public required SuggestionKind Kind { get; init; }

    /// <summary>The words of the text, folded: without accents and capitals.</summary>
    [Id(1)] public string? Words { get; init; }

    /// <summary>How often the text says them, or how many experiences went that way.</summary>
    [Id(2)] public int Count { get; init; }

    /// <summary>The structure that those experiences came from.</summary>
    [Id(3)] public StructureId? From { get; init; }

    /// <summary>Without the words: calls and their answers may be logged.</summary>
    public override string ToString() => $"{nameof(SuggestionReason)} {Kind} {Count}";
}

[GenerateSerializer, Alias("spplus.suggestion-kind")]
public enum SuggestionKind
{
    /// <summary>The author chose it.</summary>
    Author = 1,

    /// <summary>The text names it.</summary>
    Named = 2,

    /// <summary>The text speaks of what this kind of structure does.</summary>
    Subject = 3,

    /// <summary>It is the one of the author's département.</summary>
    Department = 4,

    /// <summary>The text names the place where it is.</summary>
    Place = 5,

    /// <summary>The démarche is its network's.</summary>
    Procedure = 6,

    /// <summary>Experiences sent to another structure were re-attached to it, in the last year.</summary>
    Reattached = 7,
}
