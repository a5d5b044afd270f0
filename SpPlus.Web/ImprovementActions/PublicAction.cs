using System.Collections.Immutable;
using SpPlus.Contracts.Experiences;
using SpPlus.Contracts.ImprovementActions;
using SpPlus.Contracts.Structures;

namespace SpPlus.Web.ImprovementActions;

/// <summary>An improvement action as everybody may read it (ACT-1): no agent, and no experience that is not public.</summary>
public sealed record PublicAction
{
    public required ImprovementActionId Id { get; init; }
    public required StructureId Structure { get; init; }
    public required string Title { get; init; }
    public required string Text { get; init; }
    public required ImprovementActionState State { get; init; }
    public DateOnly? PlannedFor { get; init; }
    public DateOnly? DoneOn { get; init; }
    public required DateTimeOffset PublishedAt { get; init; }

    /// <summary>Public experiences that it is tied to.</summary>
    public int Experiences { get; init; }

    /// <summary>Their authors for whom it was true, and for whom it was not (EVAL-2).</summary>
    public int Confirmed { get; init; }
    public int Contradicted { get; init; }
}

/// <summary>Newest first.</summary>
public sealed record PublicActionList(ImmutableArray<PublicAction> Items, string? Next);

/// <summary>A public experience that an action is tied to.</summary>
public sealed record ActionExperience(ExperienceId Id, string Title);

/// <summary>Newest first.</summary>
public sealed record ActionExperiences(ImmutableArray<ActionExperience> Items, string? Next);
