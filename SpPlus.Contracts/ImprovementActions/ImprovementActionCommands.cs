using System.Collections.Immutable;
using SpPlus.Contracts.Experiences;
using SpPlus.Contracts.Structures;

namespace SpPlus.Contracts.ImprovementActions;

/// <summary>
/// A structure commits itself in public (ACT-1). Whoever may publish its responses may; lengths are in UTF-16 characters after
/// normalisation.
/// </summary>
[GenerateSerializer, Immutable, Alias("spplus.publish-improvement-action.v1")]
public sealed record PublishImprovementAction : ImprovementActionCommand
{
    [Id(0)] public required StructureId Structure { get; init; }

    /// <summary>5 to 150 characters, one line.</summary>
    [Id(1)] public required string Title { get; init; }

    /// <summary>What changes: 20 to 5,000 characters.</summary>
    [Id(2)] public required string Text { get; init; }
    [Id(3)] public required ImprovementActionState State { get; init; }

    /// <summary>When it is planned for; not looked at where it is done.</summary>
    [Id(4)] public DateOnly? PlannedFor { get; init; }

    /// <summary>When it was done: not in the future; required where it is done.</summary>
    [Id(5)] public DateOnly? DoneOn { get; init; }

    /// <summary>1 to 500 published experiences that concern the structure or one below it.</summary>
    [Id(6)] public required ImmutableArray<ExperienceId> Experiences { get; init; }

    /// <summary>The passages that look like personal data and that somebody has looked at: others are refused (PII-1).</summary>
    [Id(7)] public ImmutableArray<string> Reviewed { get; init; } = [];
}

/// <summary>Changes the words, or the planned date, as they were read at <see cref="ExpectedVersion"/>. Nobody is written to.</summary>
[GenerateSerializer, Immutable, Alias("spplus.amend-improvement-action.v1")]
public sealed record AmendImprovementAction : ImprovementActionCommand
{
    [Id(0)] public required int ExpectedVersion { get; init; }
    [Id(1)] public required string Title { get; init; }
    [Id(2)] public required string Text { get; init; }
    [Id(3)] public DateOnly? PlannedFor { get; init; }
    [Id(4)] public ImmutableArray<string> Reviewed { get; init; } = [];
}

/// <summary>Engagée → réalisée: each tied author is told once.</summary>
[GenerateSerializer, Immutable, Alias("spplus.complete-improvement-action.v1")]
public sealed record CompleteImprovementAction : ImprovementActionCommand
{
    [Id(0)] public required int ExpectedVersion { get; init; }

    /// <summary>Not in the future.</summary>
    [Id(1)] public required DateOnly DoneOn { get; init; }
}

/// <summary>Ties more experiences; those that are tied already stay as they are. Their authors are told of the action as it stands.</summary>
[GenerateSerializer, Immutable, Alias("spplus.tie-experiences.v1")]
public sealed record TieExperiences : ImprovementActionCommand
{
    [Id(0)] public required ImmutableArray<ExperienceId> Experiences { get; init; }
}
