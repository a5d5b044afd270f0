using System.Threading.RateLimiting;

namespace SpPlus.Web.Overload;

/// <summary>Turns of one kind of request. While there are too many the newest is served first: who has waited for long has often gone.</summary>
internal sealed class Lane(OverloadOptions options, TimeProvider time) : IAsyncDisposable
{
    private readonly ConcurrencyLimiter turns = new(new()
    {
        PermitLimit = options.AtOnce, QueueLimit = options.Waiting, QueueProcessingOrder = QueueProcessingOrder.NewestFirst,
    });

    private long freeAt = time.GetTimestamp();

    /// <summary>Null when there was no turn in time; who got one gives it back.</summary>
    public ValueTask<RateLimitLease?> Enter(CancellationToken gone)
    {
        var now = turns.AttemptAcquire();
        if (now.IsAcquired)
        {
            Volatile.Write(ref freeAt, time.GetTimestamp());
            return new(now);
        }

        now.Dispose();
        return Wait(gone);
    }

    public ValueTask DisposeAsync() => turns.DisposeAsync();

    /// <summary>A moment in which nobody gets on is waited for; a day on which too many come is not.</summary>
    private TimeSpan Patience => time.GetElapsedTime(Volatile.Read(ref freeAt)) < options.Patience ? options.Patience : options.PatienceUnderLoad;

    private async ValueTask<RateLimitLease?> Wait(CancellationToken gone)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, gone);
        try
        {
            var lease = await turns.AcquireAsync(1, either.Token);
            if (lease.IsAcquired) return lease;
            lease.Dispose();
            return null;
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }
}
