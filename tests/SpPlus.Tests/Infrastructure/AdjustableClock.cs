namespace SpPlus.Tests.Infrastructure;

/// <summary>The system's clock, set forward: timers run as they are, only what time it is changes.</summary>
internal sealed class AdjustableClock : TimeProvider
{
    private long ahead;

    public void Advance(TimeSpan time) => Interlocked.Add(ref ahead, time.Ticks);

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddTicks(Interlocked.Read(ref ahead));
}
