using SpPlus.Contracts.Structures;

namespace SpPlus.Contracts.ImprovementActions;

/// <summary>An improvement action as an experience knows it. Its words are the action's own: pages read them where they are public.</summary>
[GenerateSerializer, Immutable, Alias("spplus.tied-action-view.v1")]
public sealed record TiedActionView
{
    [Id(0)] public required ImprovementActionId Id { get; init; }
    [Id(1)] public required StructureId Structure { get; init; }

    /// <summary>As it was when the experience was last told.</summary>
    [Id(2)] public required string Title { get; init; }
    [Id(3)] public required ImprovementActionState State { get; init; }
    [Id(4)] public DateOnly? DoneOn { get; init; }

    /// <summary>When the experience was told of each state; null for a state that it was not told of.</summary>
    [Id(5)] public DateTimeOffset? CommittedAt { get; init; }
    [Id(6)] public DateTimeOffset? DoneAt { get; init; }

    /// <summary>The author's own; on the author's page only.</summary>
    [Id(7)] public ImprovementActionAnswer? Answer { get; init; }

    /// <summary>The author may answer, or change the answer, now (EVAL-2).</summary>
    [Id(8)] public bool MayEvaluate { get; init; }

    /// <summary>Until when the answer may be changed.</summary>
    [Id(9)] public DateTimeOffset? ChangeableUntil { get; init; }
}
