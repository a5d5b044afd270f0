using System.Collections.Immutable;
using SpPlus.Contracts.Experiences;
using SpPlus.Silo.Experiences;

namespace SpPlus.Silo.Journal;

/// <summary>The one append-only history of every experience and every improvement action.</summary>
internal interface IJournal
{
    /// <summary>
    /// Of one stream, each after the one before: all of them are recorded or none is. Throws
    /// <see cref="AppendOutcomeUnknownException"/> when nobody knows whether they were, and
    /// <see cref="Npgsql.PostgresException"/> when PostgreSQL refuses these very rows.
    /// </summary>
    Task<AppendOutcome> Append(params ImmutableArray<Append> appends);

    /// <summary>The facts of an experience or of an improvement action after a sequence, in order.</summary>
    Task<IReadOnlyList<Recorded>> Read(StreamKey stream, int afterSequence);

    /// <summary>The experience's facts but the comments, in order: those are by far the most, and nothing but their thread folds from them.</summary>
    Task<IReadOnlyList<Recorded>> ReadWithoutComments(ExperienceId experience);

    /// <summary>The newest comments before a sequence, newest first.</summary>
    Task<IReadOnlyList<Recorded>> ReadComments(ExperienceId experience, int beforeSequence, int limit);
}
