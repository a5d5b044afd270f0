using System.Security.Cryptography;
using System.Text;
using SpPlus.Contracts.Accounts;
using SpPlus.Contracts.Experiences;
using SpPlus.Silo.Privacy.Erasure;

namespace SpPlus.Silo.Experiences;

/// <summary>See docs/adr/0019-withdrawing-and-erasing.md.</summary>
internal sealed partial class ExperienceGrain : IErasedGrain
{
    public async Task Scrub(Reach reach)
    {
        if (experience.Status != ExperienceStatus.Withdrawn || (reach == Reach.EveryWord && experience.ErasedAt is null))
            throw new InvalidOperationException($"Experience {Id} is not to be erased as far as {reach}.");
        try
        {
            await Snapshots.Overwrite(experience);
        }
        catch
        {
            // Another activation may have written: only the next one knows.
            DeactivateOnIdle();
            throw;
        }
    }

    public async Task Trace(Reach reach, int facts)
    {
        var trace = new RecordErasure { OperationId = TraceOf(reach), Facts = facts, Everybodys = reach == Reach.EveryWord };
        var result = await Execute(trace, Caller.Anonymous);
        if (!result.Accepted) throw new InvalidOperationException($"The erasure of experience {Id} is not recorded: {result.Refusal}.");
    }

    /// <summary>The same when it is done again: one trace for each reach.</summary>
    private Guid TraceOf(Reach reach) => new(SHA256.HashData(Encoding.UTF8.GetBytes($"spplus.erased:{Id.Value}:{(int)reach}")).AsSpan(0, 16));
}
