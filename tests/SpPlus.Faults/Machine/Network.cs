using System.Diagnostics;
using System.Globalization;

namespace SpPlus.Faults.Machine;

/// <summary>
/// The line between the silos. It is cut in a network namespace that the run has to itself, so that nothing of the machine's own network
/// is touched, and nothing of it is left afterwards.
/// </summary>
internal sealed class Network(IReadOnlyList<int> siloPorts)
{
    private const string Mark = "SPPLUS_FAULTS_NETWORK";

    // Rules of ours come before the machine's own addresses; the first rule of a namespace cannot be preceded, so it is moved.
    private const string Prepare = "ip link set lo up && ip rule add pref 100 lookup local && ip rule del pref 0 && exec \"$@\"";

    /// <summary>False where namespaces are not to be had: then the line is not cut.</summary>
    public static bool IsOwn => Environment.GetEnvironmentVariable(Mark) is not null;

    /// <summary>Runs this program again in a namespace of its own; null where that is not possible.</summary>
    public static async Task<int?> RunInOwn(string[] arguments)
    {
        if (IsOwn || !Environment.IsPrivilegedProcess || !await Succeeds("unshare", "-n", "sh", "-c", Prepare, "sh", "true")) return null;
        var start = new ProcessStartInfo("unshare", ["-n", "sh", "-c", Prepare, "sh", "dotnet", typeof(Network).Assembly.Location, .. arguments]);
        start.Environment[Mark] = "own";
        using var again = Process.Start(start)!;
        // Interrupted together: it ends what it started, and then this ends.
        Console.CancelKeyPress += (_, interrupt) => interrupt.Cancel = true;
        await again.WaitForExitAsync();
        return again.ExitCode;
    }

    /// <summary>Silos do not hear each other any more; everybody else hears them.</summary>
    public Task Cut() => Rules("add");

    public Task Mend() => Rules("del");

    private async Task Rules(string what)
    {
        foreach (var port in siloPorts)
        {
            foreach (var end in (string[])["dport", "sport"])
            {
                string[] rule = ["rule", what, "pref", "1", "ipproto", "tcp", end, port.ToString(CultureInfo.InvariantCulture), "blackhole"];
                if (!await Succeeds("ip", rule)) throw new InvalidOperationException($"ip {string.Join(' ', rule)} failed.");
            }
        }
    }

    private static async Task<bool> Succeeds(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true })!;
            await process.WaitForExitAsync();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            // There is no such program here.
            return false;
        }
    }
}
