using System.Collections.Immutable;
using Orleans.Concurrency;
using SpPlus.Contracts.Accounts;
using SpPlus.Contracts.Audience;
using SpPlus.Contracts.Structures;

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

    /// <summary>What the caller kept for the structure's response is not to be taken up again; <see cref="Keep"/>'s answers.</summary>
    [ReadOnly, Alias("let-go")]
    Task<Refusal> LetGo(StructureId structure, Caller caller);

    /// <summary>Up to a hundred comments before the one of that number, oldest first, for those who may view it; null for everybody else.</summary>
    [ReadOnly, Alias("comments")]
    Task<ImmutableArray<CommentView>?> Comments(int before, Caller caller);

    /// <summary>For agents of a concerned structure or of an ancestor, and the DITP; null for everybody else (RIGHT-2).</summary>
    [ReadOnly, Alias("view")]
    Task<ExperienceView?> View(Caller caller);

    /// <summary>For the bearer of the tracking link; null for everybody else.</summary>
    [ReadOnly, Alias("track")]
    Task<TrackingView?> Track(Caller caller);

    /// <summary>The last 200 things that happened, oldest first, for those who may view it; null for everybody else (AUD-1).</summary>
    [ReadOnly, Alias("history")]
    Task<ImmutableArray<HistoryEntry>?> History(Caller caller);

    /// <summary>
    /// Says who has it open in a web process, and asks what they should know (COMM-2). Nothing is stored: a new activation knows
    /// nobody until it is told again. Null when there is no such experience.
    /// </summary>
    [AlwaysInterleave, Alias("attend")]
    Task<AudienceView?> Attend(Attendance attendance);

    /// <summary>
    /// What the caller does just now, until something else is said or for twelve seconds. False for whoever may not see it, and for
    /// a structure that the caller does not act for (RIGHT-3).
    /// </summary>
    [AlwaysInterleave, Alias("signal")]
    Task<bool> Signal(Doing doing, StructureId? structure, Caller caller);

    /// <summary>What happened, filtered, with what each thing changed, for those who may view it; null for everybody else (AUD-1).</summary>
    [ReadOnly, Alias("history-page")]
    Task<HistoryPage?> HistoryPage(HistoryQuery query, Caller caller);
}
