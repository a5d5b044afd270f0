using System.Collections.Immutable;
using SpPlus.Contracts.Structures;

namespace SpPlus.Contracts.Experiences;

/// <summary>One thing that happened to an experience (AUD-1).</summary>
[GenerateSerializer, Immutable, Alias("spplus.history-entry.v1")]
public sealed record HistoryEntry
{
    [Id(0)] public required int Sequence { get; init; }

    /// <summary>The fact's kind, such as <c>response-published</c>: pages have a sentence for each.</summary>
    [Id(1)] public required string Kind { get; init; }
    [Id(2)] public required HistoryActor Actor { get; init; }

    /// <summary>First name and initial, when an agent did it.</summary>
    [Id(3)] public string? By { get; init; }

    /// <summary>The agent's own structure.</summary>
    [Id(4)] public StructureId? ByStructure { get; init; }
    [Id(5)] public required DateTimeOffset HappenedAt { get; init; }
    [Id(6)] public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>The structures that it is about.</summary>
    [Id(7)] public ImmutableArray<StructureId> Structures { get; init; } = [];

    /// <summary>A word that goes with it: a reason, a word sent back. Never a draft's or a comment's text.</summary>
    [Id(8)] public string? Detail { get; init; }

    /// <summary>Whoever reads it did it.</summary>
    [Id(9)] public bool IsMine { get; init; }

    /// <summary>What it changed, as far as the reader may see it; on <see cref="IExperienceGrain.HistoryPage"/> only.</summary>
    [Id(10)] public ImmutableArray<HistoryChange> Changes { get; init; } = [];
}

[GenerateSerializer, Alias("spplus.history-actor")]
public enum HistoryActor
{
    Author = 1,
    Agent = 2,
    Steward = 3,
    Import = 4,
    System = 5,

    /// <summary>Anybody on the public pages.</summary>
    Visitor = 6,
}
