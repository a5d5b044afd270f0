namespace SpPlus.Benchmarks.Load;

internal sealed record LoadResult(int Commands, TimeSpan Elapsed, TimeSpan[] Latencies)
{
    public double PerSecond => Commands / Elapsed.TotalSeconds;

    public double Milliseconds(double quantile)
    {
        var sorted = Latencies.Order().ToArray();
        return sorted.Length == 0 ? double.NaN : sorted[Math.Min(sorted.Length - 1, (int)(quantile * sorted.Length))].TotalMilliseconds;
    }
}
