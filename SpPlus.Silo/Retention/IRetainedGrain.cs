using Orleans.Concurrency;

namespace SpPlus.Silo.Retention;

/// <summary>An experience, to the retention jobs. Called inside the silo only.</summary>
[Alias("spplus.retained-grain")]
internal interface IRetainedGrain : IGrainWithStringKey
{
    /// <summary>Its time is over (PRIV-1): records that the author is not written to any more, and destroys the address. One that the author gives meanwhile stays.</summary>
    [AlwaysInterleave, Alias("let-address-go")]
    Task LetAddressGo();
}
