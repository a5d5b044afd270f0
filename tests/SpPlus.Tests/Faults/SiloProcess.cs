using System.Collections.Concurrent;
using System.Diagnostics;
using SpPlus.Standalone.Contract;

namespace SpPlus.Tests.Faults;

/// <summary>A silo in a process of its own, started with the process contract and nothing else; SIGKILL ends it.</summary>
internal sealed class SiloProcess : IDisposable
{
    private readonly Process process;
    private readonly TaskCompletionSource started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ConcurrentQueue<string> output = new();

    public SiloProcess(IReadOnlyDictionary<string, string> contract)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "SpPlus.Silo.dll")])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true, UseShellExecute = false,
        };
        foreach (var (key, value) in contract) start.Environment[key] = value;
        process = new() { StartInfo = start, EnableRaisingEvents = true };
        process.OutputDataReceived += (_, line) => Heard(line.Data);
        process.ErrorDataReceived += (_, line) => Heard(line.Data);
        process.Exited += (_, _) => started.TrySetException(new InvalidOperationException("The silo ended:\n" + Output));
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>Completes when the silo has joined and takes calls.</summary>
    public Task Started => started.Task;

    public string Output => string.Join('\n', output);

    public static IReadOnlyDictionary<string, string> Contract(StackConnections stack, SiloPlace place) =>
        new Dictionary<string, string>(ProcessContract.ForSilo(stack, place))
        {
            ["Logging__LogLevel__Default"] = "Warning",
            ["Logging__LogLevel__Microsoft.Hosting.Lifetime"] = "Information",
        };

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
