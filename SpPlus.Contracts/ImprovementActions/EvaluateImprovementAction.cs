using SpPlus.Contracts.Experiences;

namespace SpPlus.Contracts.ImprovementActions;

/// <summary>The author says whether what was done was true for them (EVAL-2): once an action has been done for a set time, and may be changed for 30 days.</summary>
[GenerateSerializer, Immutable, Alias("spplus.evaluate-improvement-action.v1")]
public sealed record EvaluateImprovementAction : ExperienceCommand
{
    [Id(0)] public required ImprovementActionId Action { get; init; }
    [Id(1)] public required ImprovementActionAnswer Answer { get; init; }
}

[GenerateSerializer, Alias("spplus.improvement-action-answer")]
public enum ImprovementActionAnswer
{
    True = 1,
    NotTrue = 2,
    DoesNotKnow = 3,
}
