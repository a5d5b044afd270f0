namespace SpPlus.Silo.Projections;

/// <summary>
/// Wakes this silo's worker once something is queued for it, by a projection or otherwise. A hint and no more: workers also look by themselves.
/// </summary>
/// <typeparam name="TQueue">What queues, or for whom: tells the signals apart.</typeparam>
internal sealed class QueueSignal<TQueue>
{
    private TaskCompletionSource raised = New();

    public void Raise() => Interlocked.Exchange(ref raised, New()).TrySetResult();

    /// <summary>Completes at the next. Take it before looking, so that what is queued meanwhile is not missed.</summary>
    public Task Next => Volatile.Read(ref raised).Task;

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
