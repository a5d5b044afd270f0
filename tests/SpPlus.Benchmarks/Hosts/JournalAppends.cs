using System.Collections.Concurrent;
using SpPlus.Benchmarks.Data;
using SpPlus.Contracts.Experiences;
using SpPlus.Silo.Experiences;
using SpPlus.Silo.Journal;

namespace SpPlus.Benchmarks.Hosts;

/// <summary>The limit: the same facts into the journal, with nothing around it. Nobody decides, nobody reads.</summary>
internal sealed class JournalAppends(IJournal journal) : IInProcess
{
    private static readonly ConcurrentDictionary<ExperienceId, int> Sequences = [];
    private static readonly Actor[] Actors = [.. Seed.Accounts.Select(account => account.AsActor())];

    public async Task Do(Job job, ExperienceId experience, int caller)
    {
        var after = Sequences.GetOrAdd(experience, Seed.Facts);
        var outcome = await journal.Append(new Append
        {
            Stream = experience, AfterSequence = after, OperationId = Guid.NewGuid(), Actor = Actors[caller],
            HappenedAt = Moment.Now(TimeProvider.System), Facts = [Commands.FactOf(job)],
        });
        if (outcome != AppendOutcome.Recorded) throw new InvalidOperationException($"{job} ended {outcome}.");
        Sequences[experience] = after + 1;
    }
}
