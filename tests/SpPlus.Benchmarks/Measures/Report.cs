using System.Globalization;
using System.Text.Json;
using SpPlus.Benchmarks.Load;

namespace SpPlus.Benchmarks.Measures;

/// <summary>Medians over the rounds, as a table and as one line of JSON.</summary>
internal sealed class Report
{
    public const string WithoutHttp = "SpPlus without HTTP: calls to grains";

    private readonly Dictionary<string, List<Measure>> measures = [];
    private readonly Dictionary<string, List<LoadResult>> hot = [];

    public void Add(string subject, Measure measure)
    {
        if (!measures.TryGetValue(subject, out var list)) measures.Add(subject, list = []);
        list.Add(measure);
    }

    public void AddHot(string subject, LoadResult result)
    {
        if (!hot.TryGetValue(subject, out var list)) hot.Add(subject, list = []);
        list.Add(result);
    }

    public void Print(string cohosted, string separate, string plain, string relational, string limit)
    {
        Line("64 callers, 1,000 experiences", "commands/s", "p50 ms", "p99 ms", "app µs", "PostgreSQL µs", "callers µs", "per CPU s", "lag ms");
        foreach (var subject in measures.Keys)
        {
            Line(
                subject, Text(Median(subject, m => m.Load.PerSecond)), Text(Median(subject, m => m.P50), 1), Text(Median(subject, m => m.P99), 1),
                Text(Median(subject, m => m.AppMicroseconds)), Text(Median(subject, m => m.DatabaseMicroseconds)), Text(Median(subject, m => m.CallersMicroseconds)),
                Text(Median(subject, m => m.PerCpuSecond)), Text(Median(subject, m => m.Lag.TotalMilliseconds)));
        }

        Console.WriteLine();
        Line("64 callers, one experience", "commands/s", "p50 ms", "p99 ms");
        foreach (var (subject, results) in hot)
            Line(subject, Text(Hot(subject)), Text(results.Average(r => r.Milliseconds(0.5)), 1), Text(results.Average(r => r.Milliseconds(0.99)), 1));
        Console.WriteLine();
        Console.WriteLine(JsonSerializer.Serialize(new Dictionary<string, double>
        {
            ["vs_plain"] = Ratio(m => m.Load.PerSecond, cohosted, plain),
            ["vs_relational"] = Ratio(m => m.Load.PerSecond, cohosted, relational),
            ["separate_vs_plain"] = Ratio(m => m.Load.PerSecond, separate, plain),
            ["cpu_vs_limit"] = Ratio(m => m.PerCpuSecond, WithoutHttp, limit),
            ["hot_vs_plain"] = Math.Round(Hot(cohosted) / Hot(plain), 2),
            ["p99_ms"] = Math.Round(Median(cohosted, m => m.P99), 1),
            ["plain_p99_ms"] = Math.Round(Median(plain, m => m.P99), 1),
            ["cpu_over_http_vs_limit"] = Ratio(m => m.PerCpuSecond, cohosted, limit),
            ["cpu_of_silo_vs_limit"] = Math.Round(Median(separate, m => m.FirstProcessPerCpuSecond) / Median(limit, m => m.PerCpuSecond), 2),
        }));
    }

    private double Ratio(Func<Measure, double> figure, string one, string other) => Math.Round(Median(one, figure) / Median(other, figure), 2);

    private double Median(string subject, Func<Measure, double> figure) => Measure.Median(measures[subject], figure);

    private double Hot(string subject) => hot[subject].Average(result => result.PerSecond);

    private static string Text(double figure, int digits = 0) => figure.ToString("N" + digits, CultureInfo.InvariantCulture);

    private static void Line(string subject, params string[] figures) =>
        Console.WriteLine(subject.PadRight(40) + string.Concat(figures.Select(figure => figure.PadLeft(14))));
}
