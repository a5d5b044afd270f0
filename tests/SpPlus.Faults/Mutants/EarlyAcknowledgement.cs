using System.Collections.Immutable;
using SpPlus.Contracts.Experiences;
using SpPlus.Silo.Experiences;
using SpPlus.Silo.Journal;

namespace SpPlus.Faults.Mutants;

/// <summary>Says that it is recorded, and then records it.</summary>
internal sealed class EarlyAcknowledgement(IJournal inner) : IJournal
{
    private Task last = Task.CompletedTask;

    public Task<AppendOutcome> Append(params ImmutableArray<Append> appends)
    {
        lock (inner) last = Record(last, appends);
        return Task.FromResult(AppendOutcome.Recorded);
    }

    public Task<IReadOnlyList<Recorded>> Read(StreamKey stream, int afterSequence) => inner.Read(stream, afterSequence);

    public Task<IReadOnlyList<Recorded>> ReadWithoutComments(ExperienceId experience) => inner.ReadWithoutComments(experience);

    public Task<IReadOnlyList<Recorded>> ReadComments(ExperienceId experience, int beforeSequence, int limit) =>
        inner.ReadComments(experience, beforeSequence, limit);

    private async Task Record(Task before, ImmutableArray<Append> appends)
    {
        await before;
        try
        {
            await inner.Append(appends);
        }
        catch (Exception)
        {
            // Nobody is left to tell.
        }
    }
}
