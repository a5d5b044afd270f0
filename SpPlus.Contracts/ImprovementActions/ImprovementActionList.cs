using System.Collections.Immutable;
using SpPlus.Contracts.Experiences;
using SpPlus.Contracts.Structures;

namespace SpPlus.Contracts.ImprovementActions;

[GenerateSerializer, Immutable, Alias("spplus.improvement-action-query.v1")]
public sealed record ImprovementActionQuery
{
    /// <summary>With all below it. Null: the account's own. Outside of it: nothing is found.</summary>
    [Id(0)] public StructureId? Structure { get; init; }

    /// <summary>The page after this item: <see cref="ImprovementActionList.Next"/> of the page before.</summary>
    [Id(1)] public string? After { get; init; }

    /// <summary>1 to 100.</summary>
    [Id(2)] public int Limit { get; init; } = 25;

    /// <summary>Says of each action whether it is tied to this experience.</summary>
    [Id(3)] public ExperienceId? Experience { get; init; }
}

/// <summary>The latest first.</summary>
[GenerateSerializer, Immutable, Alias("spplus.improvement-action-list.v1")]
public sealed record ImprovementActionList
{
    [Id(0)] public required ImmutableArray<ImprovementActionItem> Items { get; init; }
    [Id(1)] public string? Next { get; init; }

    /// <summary>What the caller may do for the query's structure, where there is no action yet.</summary>
    [Id(2)] public ImprovementActionActions Actions { get; init; }
}

[GenerateSerializer, Immutable, Alias("spplus.improvement-action-item.v1")]
public sealed record ImprovementActionItem
{
    [Id(0)] public required ImprovementActionId Id { get; init; }
    [Id(1)] public required StructureId Structure { get; init; }
    [Id(2)] public required string Title { get; init; }
    [Id(3)] public required ImprovementActionState State { get; init; }
    [Id(4)] public DateOnly? PlannedFor { get; init; }
    [Id(5)] public DateOnly? DoneOn { get; init; }
    [Id(6)] public required DateTimeOffset PublishedAt { get; init; }
    [Id(7)] public int Experiences { get; init; }
    [Id(8)] public int Confirmed { get; init; }
    [Id(9)] public int Contradicted { get; init; }
    [Id(10)] public ImprovementActionActions Actions { get; init; }

    /// <summary>The query's experience is among those that it is tied to.</summary>
    [Id(11)] public bool IsTied { get; init; }
}
