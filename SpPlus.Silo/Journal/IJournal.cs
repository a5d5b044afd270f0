using SpPlus.Contracts.Experiences;
using SpPlus.Silo.Experiences;

namespace SpPlus.Silo.Journal;

/// <summary>The one append-only history of every experience.</summary>
internal interface IJournal
{
    /// <summary>
    /// Throws <see cref="AppendOutcomeUnknownException"/> when nobody knows whether it was recorded, and
    /// <see cref="Npgsql.PostgresException"/> when PostgreSQL refuses this command's own rows.
    /// </summary>
    Task<AppendOutcome> Append(Append append);

    /// <summary>The experience's facts after a sequence, in order.</summary>
    Task<IReadOnlyList<Recorded>> Read(ExperienceId experience, int afterSequence);
}
