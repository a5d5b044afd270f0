namespace SpPlus.Silo.Projections;

/// <summary>Wakes this silo's worker once a projection has queued something for it. A hint and no more: workers also look by themselves.</summary>
internal sealed class QueueSignal<TProjection>
    where TProjection : IProjection
{
    private TaskCompletionSource raised = New();

    public void Raise() => Interlocked.Exchange(ref raised, New()).TrySetResult();

    /// <summary>Completes at the next. Take it before looking, so that what is queued meanwhile is not missed.</summary>
    public Task Next => Volatile.Read(ref raised).Task;

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
