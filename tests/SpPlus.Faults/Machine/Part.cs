using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace SpPlus.Faults.Machine;

/// <summary>
/// One process of the platform: killed, stopped and gone on with as an unkind machine does. Whatever ends is started again, as an
/// orchestrator would, unless a fault holds it down.
/// </summary>
internal sealed class Part(string name, string program, IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string> settings, Action<string> tell)
    : IDisposable
{
    private const int Kept = 400;
    private readonly ConcurrentQueue<string> output = new();
    private readonly Lock gate = new();
    private Process? process;
    private TaskCompletionSource started = New();
    private volatile bool isHeld;
    private volatile bool isOver;

    public string Name => name;

    /// <summary>The last lines it said, oldest first.</summary>
    public IReadOnlyCollection<string> Output => output;

    /// <summary>How often it ended without being killed.</summary>
    public int Ends { get; private set; }

    /// <summary>Completes when it takes calls; waits over a start that failed.</summary>
    public async Task Started(CancellationToken cancellation)
    {
        while (true)
        {
            var current = Volatile.Read(ref started);
            await Task.WhenAny(current.Task, Task.Delay(Timeout.Infinite, cancellation));
            cancellation.ThrowIfCancellationRequested();
            if (ReferenceEquals(current, Volatile.Read(ref started)) && current.Task.IsCompletedSuccessfully) return;
        }
    }

    public void Start()
    {
        AppDomain.CurrentDomain.ProcessExit -= OnExit;
        AppDomain.CurrentDomain.ProcessExit += OnExit;
        lock (gate)
        {
            if (isOver) return;
            isHeld = false;
            Interlocked.Exchange(ref started, New()).TrySetResult();
            var start = new ProcessStartInfo(program, arguments)
            {
                RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true, UseShellExecute = false,
            };
            foreach (var (key, value) in settings) start.Environment[key] = value;
            var begun = new Process { StartInfo = start, EnableRaisingEvents = true };
            begun.OutputDataReceived += (_, line) => Heard(line.Data);
            begun.ErrorDataReceived += (_, line) => Heard(line.Data);
            // Process tells of its end under a lock of its own, which who kills it waits for under ours.
            begun.Exited += (_, _) => Task.Run(() => Ended(begun));
            begun.Start();
            begun.BeginOutputReadLine();
            begun.BeginErrorReadLine();
            process = begun;
        }
    }

    /// <summary>SIGKILL; it stays down until <see cref="Start"/>.</summary>
    public void Kill()
    {
        lock (gate)
        {
            isHeld = true;
            if (process is not { HasExited: false } running) return;
            running.Kill();
            running.WaitForExit();
        }
    }

    public void Pause() => Signal("STOP");

    public void GoOn() => Signal("CONT");

    public void Dispose()
    {
        isOver = true;
        AppDomain.CurrentDomain.ProcessExit -= OnExit;
        Kill();
    }

    private void OnExit(object? sender, EventArgs arguments) => Dispose();

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private void Ended(Process ended)
    {
        lock (gate)
        {
            if (isHeld || isOver || !ReferenceEquals(ended, process)) return;
            Ends++;
        }

        tell($"{name} ended with {ended.ExitCode}; it is started again");
        Task.Delay(500).ContinueWith(_ => { if (!isHeld) Start(); }, TaskScheduler.Default);
    }

    private void Signal(string signal)
    {
        lock (gate)
        {
            if (process is not { HasExited: false } running) return;
            using var kill = Process.Start("kill", ["-" + signal, running.Id.ToString(CultureInfo.InvariantCulture)]);
            kill.WaitForExit();
        }
    }

    private void Heard(string? line)
    {
        if (line is null) return;
        output.Enqueue(line);
        while (output.Count > Kept) output.TryDequeue(out _);
        if (line.Contains("Application started", StringComparison.Ordinal)) Volatile.Read(ref started).TrySetResult();
    }
}
