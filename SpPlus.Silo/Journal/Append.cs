using System.Collections.Immutable;
using SpPlus.Contracts.Experiences;
using SpPlus.Silo.Experiences;
using SpPlus.Silo.Experiences.Facts;

namespace SpPlus.Silo.Journal;

/// <summary>The facts of one command: recorded together or not at all, right after <see cref="AfterSequence"/>.</summary>
internal sealed record Append
{
    public required StreamKey Stream { get; init; }
    public required int AfterSequence { get; init; }
    public required Guid OperationId { get; init; }
    public required Actor Actor { get; init; }
    public required DateTimeOffset HappenedAt { get; init; }
    public required ImmutableArray<Fact> Facts { get; init; }

    /// <summary>When each fact happened, for those that did not happen together: an import. Empty otherwise.</summary>
    public ImmutableArray<DateTimeOffset> Times { get; init; } = [];

    public ExperienceId Experience => Stream.Experience;

    public DateTimeOffset TimeOf(int index) => Times.IsEmpty ? HappenedAt : Times[index];

    /// <summary>The fact as the state folds it at once; PostgreSQL's own clock says when it was recorded.</summary>
    public Recorded ToRecorded(int index, Fact fact) => new()
    {
        Stream = Stream,
        Sequence = AfterSequence + 1 + index,
        OperationId = OperationId,
        Actor = Actor,
        HappenedAt = TimeOf(index),
        RecordedAt = TimeOf(index),
        Fact = fact,
    };
}

internal enum AppendOutcome
{
    /// <summary>Durable.</summary>
    Recorded,

    /// <summary>Another activation wrote these sequences first: nothing of this command was recorded.</summary>
    Conflict,

    /// <summary>PostgreSQL could not be asked, or the queue is full: nothing was recorded.</summary>
    Unavailable,
}

/// <summary>The append was sent and no answer came: only PostgreSQL knows. Drop the state and read it again.</summary>
internal sealed class AppendOutcomeUnknownException(string message, Exception inner) : Exception(message, inner);
