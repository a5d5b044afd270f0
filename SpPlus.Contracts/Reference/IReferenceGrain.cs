using Orleans.Concurrency;

namespace SpPlus.Contracts.Reference;

/// <summary>Gives the reference data to the edge, which keeps it. Key: 0.</summary>
[Alias("spplus.reference-grain")]
public interface IReferenceGrain : IGrainWithIntegerKey
{
    /// <summary>Null when the caller's version is the current one.</summary>
    [ReadOnly, Alias("get")]
    Task<ReferenceData?> Get(long knownVersion);
}
