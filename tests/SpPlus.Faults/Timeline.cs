using System.Collections.Concurrent;
using System.Diagnostics;

namespace SpPlus.Faults;

/// <summary>What happened when, since the run began: printed as it comes, and again where the checker finds something.</summary>
internal sealed class Timeline(TextWriter? output)
{
    private readonly Stopwatch clock = Stopwatch.StartNew();
    private readonly ConcurrentQueue<string> lines = new();

    public IReadOnlyCollection<string> Lines => lines;

    public TimeSpan Now => clock.Elapsed;

    public void Add(string what)
    {
        var line = $"{clock.Elapsed:mm\\:ss\\.fff}  {what}";
        lines.Enqueue(line);
        output?.WriteLine(line);
    }
}
