using Orleans.Concurrency;
using SpPlus.Contracts.Accounts;
using SpPlus.Contracts.Experiences;

namespace SpPlus.Contracts.ImprovementActions;

/// <summary>One improvement action (ACT-1). Key: <see cref="ImprovementActionId.Value"/>.</summary>
[Alias("spplus.improvement-action-grain")]
public interface IImprovementActionGrain : IGrainWithStringKey
{
    /// <summary>
    /// Decides and records. Accepted means durable; the tied experiences, and through them their authors, are told afterwards, whatever
    /// dies meanwhile. When it throws, the outcome is unknown: call again with the same command.
    /// </summary>
    [Alias("execute")]
    Task<CommandResult> Execute(ImprovementActionCommand command, Caller caller);

    /// <summary>For agents of its structure or of one above, and the DITP; null for everybody else, who read its public page.</summary>
    [ReadOnly, Alias("view")]
    Task<ImprovementActionView?> View(Caller caller);
}
