using System.Collections.Immutable;
using SpPlus.Contracts.Experiences;
using SpPlus.Contracts.Structures;

namespace SpPlus.Contracts.ImprovementActions;

/// <summary>An improvement action as its structure's agents work on it.</summary>
[GenerateSerializer, Immutable, Alias("spplus.improvement-action-view.v1")]
public sealed record ImprovementActionView
{
    [Id(0)] public required ImprovementActionId Id { get; init; }
    [Id(1)] public required StructureId Structure { get; init; }
    [Id(2)] public required string Title { get; init; }
    [Id(3)] public required string Text { get; init; }
    [Id(4)] public required ImprovementActionState State { get; init; }
    [Id(5)] public DateOnly? PlannedFor { get; init; }
    [Id(6)] public DateOnly? DoneOn { get; init; }

    /// <summary>Moves with every change of the words, the dates and the state.</summary>
    [Id(7)] public required int Version { get; init; }

    /// <summary>Who made that version, and when.</summary>
    [Id(8)] public required string ChangedBy { get; init; }
    [Id(9)] public required DateTimeOffset ChangedAt { get; init; }
    [Id(10)] public required DateTimeOffset PublishedAt { get; init; }
    [Id(11)] public ImmutableArray<TiedExperience> Experiences { get; init; } = [];
    [Id(12)] public ImprovementActionActions Actions { get; init; }

    /// <summary>Authors for whom it was true, and for whom it was not (EVAL-2).</summary>
    [Id(13)] public int Confirmed { get; init; }
    [Id(14)] public int Contradicted { get; init; }
}

/// <summary>An experience that an action is tied to, as it stands now.</summary>
[GenerateSerializer, Immutable, Alias("spplus.tied-experience.v1")]
public sealed record TiedExperience
{
    [Id(0)] public required ExperienceId Id { get; init; }

    /// <summary>Null where it is not public any more.</summary>
    [Id(1)] public string? Title { get; init; }

    /// <summary>What its author's page shows by now; null: not yet, or never since it left the public pages first.</summary>
    [Id(2)] public ImprovementActionState? Told { get; init; }
}
