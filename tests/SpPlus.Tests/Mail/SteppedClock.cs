namespace SpPlus.Tests.Mail;

/// <summary>The machine's time and what a test adds to it, in what has elapsed as well as on the clock; timers run as they are.</summary>
internal sealed class SteppedClock : TimeProvider
{
    private long ahead;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public void Advance(TimeSpan time) => Interlocked.Add(ref ahead, time.Ticks);

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddTicks(Interlocked.Read(ref ahead));

    public override long GetTimestamp() => GetUtcNow().Ticks;
}
