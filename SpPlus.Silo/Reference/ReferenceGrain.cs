using Orleans.Concurrency;
using SpPlus.Contracts.Reference;

namespace SpPlus.Silo.Reference;

[StatelessWorker]
internal sealed class ReferenceGrain(ReferenceLibrary library) : Grain, IReferenceGrain
{
    public Task<ReferenceData?> Get(long knownVersion)
    {
        var data = library.Current.Data;
        return Task.FromResult(data.Version == knownVersion ? null : data);
    }
}
