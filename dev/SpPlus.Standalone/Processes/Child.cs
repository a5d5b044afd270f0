using System.Diagnostics;
using System.Globalization;

namespace SpPlus.Standalone.Processes;

/// <summary>A process that this one started, under a shepherd that ends it, and whatever it started, when this one goes.</summary>
internal sealed class Child : IAsyncDisposable
{
    private readonly Process shepherd;
    private readonly string pidFile;
    private int disposed;

    private Child(ChildCommand command, Process shepherd, string log, string pidFile)
    {
        Command = command;
        Log = log;
        this.shepherd = shepherd;
        this.pidFile = pidFile;
        Exited = WaitAsync(shepherd);
    }

    public ChildCommand Command { get; }

    public string Log { get; }

    /// <summary>The exit code, once the command has ended by itself or by our doing.</summary>
    public Task<int> Exited { get; }

    public bool IsStopping { get; private set; }

    public static Child Start(ChildCommand command, string logFolder)
    {
        var log = Path.Combine(logFolder, command.Name + ".log");
        var pidFile = Path.Combine(logFolder, command.Name + ".pid");
        File.WriteAllText(log, "");
        File.Delete(pidFile);
        string[] shepherding =
        [
            Path.Combine(AppContext.BaseDirectory, "Processes", "shepherd.sh"),
            command.StopSignal, command.Grace.TotalSeconds.ToString("0", CultureInfo.InvariantCulture), log, pidFile, command.File,
        ];
        var start = new ProcessStartInfo("bash", [.. shepherding, .. command.Arguments])
        {
            WorkingDirectory = command.WorkingDirectory,
            RedirectStandardInput = true,
        };
        CleanEnvironment.Apply(start.Environment, command.Environment);
        return new(command, Process.Start(start)!, log, pidFile);
    }

    /// <summary>SIGKILL, as a test or a machine would do it: nothing of the process's own runs any more.</summary>
    public async Task KillAsync()
    {
        IsStopping = true;
        using var process = Process.GetProcessById(int.Parse(await File.ReadAllTextAsync(pidFile), CultureInfo.InvariantCulture));
        process.Kill();
        await Exited;
    }

    public string Tail(int lines = 15) => string.Join('\n', File.ReadLines(Log).Where(line => line.Length > 0).TakeLast(lines));

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref disposed, 1) == 1)
        {
            await Exited;
            return;
        }

        IsStopping = true;
        shepherd.StandardInput.Close();
        await Exited;
        shepherd.Dispose();
    }

    private static async Task<int> WaitAsync(Process process)
    {
        await process.WaitForExitAsync();
        return process.ExitCode;
    }
}
