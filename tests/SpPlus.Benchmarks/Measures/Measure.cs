using SpPlus.Benchmarks.Load;

namespace SpPlus.Benchmarks.Measures;

/// <summary>One run: processor seconds are of the measured processes alone, until all of their work is done; never the callers'.</summary>
internal sealed record Measure(LoadResult Load, double AppCpu, double DatabaseCpu, double FirstProcessCpu, double CallersCpu, TimeSpan Lag)
{
    public double P50 { get; } = Load.Milliseconds(0.5);

    public double P99 { get; } = Load.Milliseconds(0.99);

    public double AppMicroseconds => AppCpu / Load.Commands * 1e6;

    public double DatabaseMicroseconds => DatabaseCpu / Load.Commands * 1e6;

    public double CallersMicroseconds => CallersCpu / Load.Commands * 1e6;

    public double PerCpuSecond => Load.Commands / (AppCpu + DatabaseCpu);

    /// <summary>The same without the second process: a silo's share when the web is a process of its own.</summary>
    public double FirstProcessPerCpuSecond => Load.Commands / (FirstProcessCpu + DatabaseCpu);

    public static double Median(IEnumerable<Measure> measures, Func<Measure, double> figure)
    {
        var sorted = measures.Select(figure).Order().ToArray();
        return sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[(sorted.Length / 2) - 1] + sorted[sorted.Length / 2]) / 2;
    }
}
