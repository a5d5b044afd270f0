using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using SpPlus.Standalone.Contract;

namespace SpPlus.Tests.Faults;

/// <summary>A silo or a web in a process of its own, started with the process contract and nothing else; SIGKILL ends it.</summary>
internal sealed class PlatformProcess : IDisposable
{
    private readonly Process process;
    private readonly TaskCompletionSource started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ConcurrentQueue<string> output = new();

    public PlatformProcess(IReadOnlyDictionary<string, string> contract, string program = "SpPlus.Silo")
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, program + ".dll")])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true, UseShellExecute = false,
        };
        foreach (var (key, value) in contract) start.Environment[key] = value;
        process = new() { StartInfo = start, EnableRaisingEvents = true };
        process.OutputDataReceived += (_, line) => Heard(line.Data);
        process.ErrorDataReceived += (_, line) => Heard(line.Data);
        process.Exited += (_, _) => started.TrySetException(new InvalidOperationException($"{program} ended:\n" + Output));
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>Completes when the silo has joined and takes calls.</summary>
    public Task Started => started.Task;

    public string Output => string.Join('\n', output);

    public static Dictionary<string, string> Contract(StackConnections stack, SiloPlace place) =>
        Quiet(ProcessContract.ForSilo(stack, place));

    public static Dictionary<string, string> Contract(StackConnections stack, Uri web) => Quiet(ProcessContract.ForWeb(stack, web, []));

    private static Dictionary<string, string> Quiet(Dictionary<string, string> contract)
    {
        contract["Logging__LogLevel__Default"] = "Warning";
        contract["Logging__LogLevel__Microsoft.Hosting.Lifetime"] = "Information";
        return contract;
    }

    /// <summary>SIGTERM; completes when it has ended.</summary>
    public async Task AskToEnd()
    {
        using (var kill = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)])) await kill.WaitForExitAsync();
        await process.WaitForExitAsync();
    }

    public void Kill()
    {
        if (!process.HasExited) process.Kill();
        process.WaitForExit();
    }

    public void Dispose()
    {
        Kill();
        process.Dispose();
    }

    private void Heard(string? line)
    {
        if (line is null) return;
        output.Enqueue(line);
        if (line.Contains("Application started", StringComparison.Ordinal)) started.TrySetResult();
    }
}
