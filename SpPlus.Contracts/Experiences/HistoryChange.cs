using System.Collections.Immutable;

namespace SpPlus.Contracts.Experiences;

/// <summary>
/// What one part of an experience was, and became. Lists hold one code an item, with its feeling after a colon where it has one;
/// a text is a single item, its own words.
/// </summary>
[GenerateSerializer, Immutable, Alias("spplus.history-change.v1")]
public sealed record HistoryChange
{
    [Id(0)] public required HistoryPart Part { get; init; }
    [Id(1)] public ImmutableArray<string> Before { get; init; } = [];
    [Id(2)] public ImmutableArray<string> After { get; init; } = [];

    /// <summary>Without the words: calls and their answers may be logged.</summary>
    public override string ToString() => $"{nameof(HistoryChange)} {Part}";
}

[GenerateSerializer, Alias("spplus.history-part")]
public enum HistoryPart
{
    ExperienceStatus = 1,
    Structures = 2,
    ResponseStatus = 3,

    /// <summary>A published response's words.</summary>
    Response = 4,

    /// <summary>A draft's words: only for those who may read the draft.</summary>
    Draft = 5,
    Intent = 6,

    /// <summary>Only for those who act for the structure, and the DITP.</summary>
    Assignee = 7,
    Channels = 8,
    GeneralTags = 9,
    BusinessTags = 10,
    Improvements = 11,
    ImprovementWords = 12,
}
