using SpPlus.Contracts.ImprovementActions;
using SpPlus.Contracts.Structures;

namespace SpPlus.Silo.Experiences;

/// <summary>An improvement action as the experience was told of it.</summary>
internal sealed record TiedAction
{
    public required ImprovementActionId Id { get; init; }
    public required StructureId Structure { get; init; }
    public required string Title { get; init; }
    public required ImprovementActionState State { get; init; }
    public DateOnly? DoneOn { get; init; }
    public DateTimeOffset? CommittedAt { get; init; }
    public DateTimeOffset? DoneAt { get; init; }
    public ImprovementActionAnswer? Answer { get; init; }

    /// <summary>The first answer: it may be changed for 30 days from here.</summary>
    public DateTimeOffset? AnsweredAt { get; init; }
}
