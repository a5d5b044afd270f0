using System.Collections.Immutable;
using SpPlus.Contracts.Experiences;
using SpPlus.Contracts.ImprovementActions;
using SpPlus.Contracts.Structures;

namespace SpPlus.Silo.Experiences.Facts;

/// <summary>Of an improvement action's own history (ACT-1), like the next three.</summary>
internal sealed record ImprovementActionPublished : Fact
{
    public required StructureId Structure { get; init; }
    public required string Title { get; init; }
    public required string Text { get; init; }
    public required ImprovementActionState State { get; init; }
    public DateOnly? PlannedFor { get; init; }
    public DateOnly? DoneOn { get; init; }
    public required ImmutableArray<ExperienceId> Experiences { get; init; }
}

internal sealed record ImprovementActionAmended : Fact
{
    public required string Title { get; init; }
    public required string Text { get; init; }
    public DateOnly? PlannedFor { get; init; }
}

internal sealed record ImprovementActionDone : Fact
{
    public required DateOnly DoneOn { get; init; }
}

internal sealed record ExperiencesTied : Fact
{
    public required ImmutableArray<ExperienceId> Experiences { get; init; }
}

/// <summary>Of an experience's history: its author is told once of each state of each action it is tied to.</summary>
internal sealed record ImprovementActionTied : Fact
{
    public required ImprovementActionId Action { get; init; }
    public required StructureId Structure { get; init; }

    /// <summary>As it was then.</summary>
    public required string Title { get; init; }
    public required ImprovementActionState State { get; init; }
    public DateOnly? DoneOn { get; init; }
}

/// <summary>Of an experience's history: the author's answer to "was it true for you?" (EVAL-2).</summary>
internal sealed record ImprovementActionEvaluated : Fact
{
    public required ImprovementActionId Action { get; init; }
    public required ImprovementActionAnswer Answer { get; init; }
}
