using System.Collections.Immutable;
using SpPlus.Contracts.Experiences;
using SpPlus.Silo.Experiences;
using SpPlus.Silo.Journal;

namespace SpPlus.Faults.Mutants;

/// <summary>Says that it is recorded, and records it a moment later: on a fast machine the moment of a commit alone is hardly ever hit.</summary>
internal sealed class EarlyAcknowledgement(IJournal inner) : IJournal
{
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(300);
    private Task last = Task.CompletedTask;

    public Task<AppendOutcome> Append(params ImmutableArray<Append> appends)
    {
        lock (inner) last = Record(last, Task.Delay(Moment), appends);
        return Task.FromResult(AppendOutcome.Recorded);
    }

    public Task<IReadOnlyList<Recorded>> Read(StreamKey stream, int afterSequence) => inner.Read(stream, afterSequence);

    public Task<IReadOnlyList<Recorded>> ReadWithoutComments(ExperienceId experience) => inner.ReadWithoutComments(experience);

    public Task<IReadOnlyList<Recorded>> ReadComments(ExperienceId experience, int beforeSequence, int limit) =>
        inner.ReadComments(experience, beforeSequence, limit);

    private async Task Record(Task before, Task moment, ImmutableArray<Append> appends)
    {
        await before;
        await moment;
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
