using Orleans.Concurrency;
using SpPlus.Contracts.Accounts;

namespace SpPlus.Contracts.ImprovementActions;

/// <summary>Improvement actions as agents list them: what the account may see is decided in the silo (RIGHT-4). Key: 0.</summary>
[Alias("spplus.improvement-actions-grain")]
public interface IImprovementActionsGrain : IGrainWithIntegerKey
{
    /// <summary>Null without an account.</summary>
    [ReadOnly, Alias("list")]
    Task<ImprovementActionList?> List(ImprovementActionQuery query, Caller caller);
}
