using System.Collections.Concurrent;

namespace SpPlus.Faults.Load;

/// <summary>What was sent and what was answered: written by the callers, who know nothing of the platform's inside.</summary>
internal sealed class Ledger
{
    private readonly ConcurrentQueue<Sent> sent = new();
    private (long At, TaskCompletionSource Reached) goal = (long.MaxValue, new());
    private long accepted;

    public IReadOnlyCollection<Sent> Sent => sent;

    public long Accepted => Interlocked.Read(ref accepted);

    public void Add(Sent command) => sent.Enqueue(command);

    public void Settled(Sent command, Outcome outcome, TimeSpan at, string reason = "")
    {
        (command.Outcome, command.Reason, command.At) = (outcome, reason, at);
        if (outcome == Outcome.Accepted && Interlocked.Increment(ref accepted) >= goal.At) goal.Reached.TrySetResult();
    }

    /// <summary>Completes when so many more were accepted.</summary>
    public Task More(int count)
    {
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        goal = (Accepted + count, reached);
        return reached.Task;
    }
}
