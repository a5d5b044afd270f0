using System.Globalization;

namespace SpPlus.Benchmarks.Measures;

/// <summary>Processor time as the kernel counts it, in hundredths of a second.</summary>
internal static class CpuClock
{
    private const double TicksPerSecond = 100;

    public static double Of(int process) => Read(process) is { } fields ? (fields[11] + fields[12]) / TicksPerSecond : 0;

    /// <summary>A server and the processes it forked, those that have ended included.</summary>
    public static double OfFamily(int parent)
    {
        var total = Read(parent) is { } own ? own[11] + own[12] + own[13] + own[14] : 0;
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
            if (int.TryParse(Path.GetFileName(folder), out var process) && Read(process) is { } fields && fields[1] == parent) total += fields[11] + fields[12];
        return total / TicksPerSecond;
    }

    /// <summary>The numbers after the name and the state: [1] is the parent, [11] to [14] user, system and those of ended children.</summary>
    private static long[]? Read(int process)
    {
        try
        {
            var text = File.ReadAllText($"/proc/{process}/stat");
            return [0, .. text[(text.LastIndexOf(')') + 4)..].Split(' ').Take(20).Select(field => long.Parse(field, CultureInfo.InvariantCulture))];
        }
        catch (IOException)
        {
            return null;
        }
    }
}
