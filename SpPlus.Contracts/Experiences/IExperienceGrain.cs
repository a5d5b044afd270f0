using System.Collections.Immutable;
using Orleans.Concurrency;
using SpPlus.Contracts.Accounts;

namespace SpPlus.Contracts.Experiences;

/// <summary>One experience: its state, its concurrent responses, its thread. Key: <see cref="ExperienceId.Value"/>.</summary>
[Alias("spplus.experience-grain")]
public interface IExperienceGrain : IGrainWithStringKey
{
    /// <summary>
    /// Decides and records. Accepted means durable in PostgreSQL. When it throws, the outcome is unknown: call again with the
    /// same command; what was recorded is not recorded twice. Commands that come while others are being recorded are taken up
    /// together, in the order they came.
    /// </summary>
    [AlwaysInterleave, Alias("execute")]
    Task<CommandResult> Execute(ExperienceCommand command, Caller caller);

    /// <summary>
    /// Durable on return, for those who may write the structure's response; <see cref="Refusal.Unavailable"/> when the storage is away.
    /// When it throws, call again.
    /// </summary>
    [ReadOnly, Alias("keep")]
    Task<Refusal> Keep(KeepText text, Caller caller);

    /// <summary>For agents of a concerned structure or of an ancestor, and the DITP; null for everybody else (RIGHT-2).</summary>
    [ReadOnly, Alias("view")]
    Task<ExperienceView?> View(Caller caller);

    /// <summary>For the bearer of the tracking link; null for everybody else.</summary>
    [ReadOnly, Alias("track")]
    Task<TrackingView?> Track(Caller caller);

    /// <summary>The last 200 things that happened, oldest first, for those who may view it; null for everybody else (AUD-1).</summary>
    [ReadOnly, Alias("history")]
    Task<ImmutableArray<HistoryEntry>?> History(Caller caller);
}
