using Orleans.Concurrency;

namespace SpPlus.Silo.Deadlines;

/// <summary>An experience, as the clock sees it. Key: the experience's reference.</summary>
[Alias("spplus.deadline-grain")]
internal interface IDeadlineGrain : IGrainWithStringKey
{
    /// <summary>Records what has come to its time by the grain's own clock. Too early, twice or in vain: nothing happens.</summary>
    [AlwaysInterleave, Alias("settle")]
    Task Settle();
}
