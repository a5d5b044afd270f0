namespace SpPlus.Silo;

internal static class HostLifetime
{
    /// <summary>Completes once every hosted service has started, the silo included.</summary>
    public static async Task Started(this IHostApplicationLifetime lifetime, CancellationToken cancellation)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(cancellation);
    }
}
