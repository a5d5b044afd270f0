using System.Diagnostics;
using System.Globalization;

namespace SpPlus.EndToEnd.Canary;

/// <summary>A part of the stack that answers nothing, as a machine that is lost would, until it is disposed.</summary>
internal sealed class Paused : IDisposable
{
    private readonly int[] processes;

    private Paused(int[] processes) => this.processes = processes;

    /// <summary>The process of that name and those that it started.</summary>
    public static Paused Part(string data, string name)
    {
        var parent = int.Parse(File.ReadAllText(Path.Combine(data, "logs", name + ".pid")), CultureInfo.InvariantCulture);
        var paused = new Paused([parent, .. ChildrenOf(parent)]);
        paused.Signal("STOP");
        return paused;
    }

    public void Dispose() => Signal("CONT");

    private static IEnumerable<int> ChildrenOf(int parent) =>
        from folder in Directory.EnumerateDirectories("/proc")
        where int.TryParse(Path.GetFileName(folder), out _)
        let stat = Read(Path.Combine(folder, "stat"))
        where stat is not null && stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[1] == parent.ToString(CultureInfo.InvariantCulture)
        select int.Parse(Path.GetFileName(folder), CultureInfo.InvariantCulture);

    private static string? Read(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (IOException)
        {
            // It has ended meanwhile.
            return null;
        }
    }

    private void Signal(string signal)
    {
        foreach (var process in processes)
        {
            using var kill = Process.Start("kill", ["-" + signal, process.ToString(CultureInfo.InvariantCulture)]);
            kill.WaitForExit();
        }
    }
}
