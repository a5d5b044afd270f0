using System.Globalization;

namespace SpPlus.Faults.Hosts;

/// <summary>The machine's clock, set wrong by as many seconds as a file says. Clocks that count intervals are not touched, as on a real machine.</summary>
internal sealed class SkewedClock : TimeProvider, IDisposable
{
    private readonly string file;
    private readonly Timer reading;
    private long ticks;

    public SkewedClock(string file)
    {
        this.file = file;
        reading = new(_ => Read(), null, TimeSpan.Zero, TimeSpan.FromMilliseconds(200));
    }

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddTicks(Interlocked.Read(ref ticks));

    public void Dispose() => reading.Dispose();

    private void Read()
    {
        try
        {
            if (File.Exists(file) && double.TryParse(File.ReadAllText(file), CultureInfo.InvariantCulture, out var seconds))
                Interlocked.Exchange(ref ticks, TimeSpan.FromSeconds(seconds).Ticks);
        }
        catch (IOException)
        {
            // It is being written: it is read again in a moment.
        }
    }
}
