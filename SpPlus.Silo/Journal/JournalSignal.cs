namespace SpPlus.Silo.Journal;

/// <summary>
/// Wakes this silo's projectors after a flush. A hint and no more: projectors also look by themselves, since a hint is lost with
/// the process and says nothing of other silos.
/// </summary>
internal sealed class JournalSignal
{
    private TaskCompletionSource raised = New();

    public void Raise() => Interlocked.Exchange(ref raised, New()).TrySetResult();

    /// <summary>Completes at the next flush. Take it before reading, so that a flush meanwhile is not missed.</summary>
    public Task Next => Volatile.Read(ref raised).Task;

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
