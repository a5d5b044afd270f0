using SpPlus.Contracts.Experiences;
using SpPlus.Silo.Experiences.Facts;
using SpPlus.Silo.Journal;

namespace SpPlus.Silo.Experiences;

/// <summary>A fact with its place in its experience's or its improvement action's history, who caused it and when.</summary>
internal sealed record Recorded
{
    public required StreamKey Stream { get; init; }
    public required int Sequence { get; init; }
    public required Guid OperationId { get; init; }
    public required Actor Actor { get; init; }

    /// <summary>When it happened: before <see cref="RecordedAt"/> for what was imported.</summary>
    public required DateTimeOffset HappenedAt { get; init; }
    public required DateTimeOffset RecordedAt { get; init; }
    public required Fact Fact { get; init; }

    public ExperienceId Experience => Stream.Experience;
}
