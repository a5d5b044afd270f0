using System.Collections.Immutable;
using SpPlus.Contracts.Experiences;
using SpPlus.Contracts.ImprovementActions;
using SpPlus.Contracts.Structures;
using SpPlus.Silo.Experiences;

namespace SpPlus.Silo.ImprovementActions;

/// <summary>The state of one improvement action: the fold of its facts, and nothing else.</summary>
internal sealed record ImprovementAction
{
    public static readonly ImprovementAction None = new();

    /// <summary>The last fact folded; 0 before the first.</summary>
    public int Sequence { get; init; }

    /// <summary>Null before it is published.</summary>
    public ImprovementActionState? State { get; init; }
    public StructureId Structure { get; init; }
    public string Title { get; init; } = "";
    public string Text { get; init; } = "";
    public DateOnly? PlannedFor { get; init; }
    public DateOnly? DoneOn { get; init; }

    /// <summary>Moves with the words, the dates and the state: what two agents who edit it are compared by. Ties only add up.</summary>
    public int Version { get; init; }
    public Actor? ChangedBy { get; init; }
    public DateTimeOffset ChangedAt { get; init; }
    public DateTimeOffset PublishedAt { get; init; }

    /// <summary>In the order they came.</summary>
    public ImmutableList<ExperienceId> Experiences { get; init; } = [];

    /// <summary>Every operation that was recorded, with the version right after it.</summary>
    public ImmutableDictionary<Guid, int> Operations { get; init; } = ImmutableDictionary<Guid, int>.Empty;

    public static ImprovementAction Of(IEnumerable<Recorded> history) => history.Aggregate(None, ImprovementActionFold.Apply);
}
