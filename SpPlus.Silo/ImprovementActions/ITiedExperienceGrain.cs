using Orleans.Concurrency;

namespace SpPlus.Silo.ImprovementActions;

/// <summary>An experience, as improvement actions see it. Key: the experience's reference. Called inside the silo only.</summary>
[Alias("spplus.tied-experience-grain")]
internal interface ITiedExperienceGrain : IGrainWithStringKey
{
    /// <summary>
    /// Records that its author is to be told of the action, once for each state. True when there is nothing left to do: recorded now or
    /// before, or not to be tied (any more). False, or an exception: ask again.
    /// </summary>
    [AlwaysInterleave, Alias("hear")]
    Task<bool> Hear(ActionTie tie);
}
