using System.Diagnostics;

namespace SpPlus.Standalone.Processes;

/// <summary>Programs of the machine.</summary>
internal static class Programs
{
    public static string? Find(string name) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Select(folder => Path.Combine(folder, name))
        .FirstOrDefault(Exists);

    public static string Require(string name, string sentence) => Find(name) ?? throw new StartException(sentence);

    /// <summary>Runs to the end; a failure shows what the program said.</summary>
    public static async Task RunAsync(
        string what, string file, IEnumerable<string> arguments, string folder, CancellationToken cancellation, IReadOnlyDictionary<string, string>? environment = null)
    {
        var (code, output) = await TryAsync(file, arguments, folder, cancellation, environment);
        if (code != 0)
        {
            throw new StartException($"{what} failed with code {code}.", string.Join('\n', output.Split('\n').TakeLast(20)));
        }
    }

    public static async Task<(int Code, string Output)> TryAsync(
        string file, IEnumerable<string> arguments, string folder, CancellationToken cancellation, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo(file, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        CleanEnvironment.Apply(start.Environment, environment ?? new Dictionary<string, string>());
        using var process = Process.Start(start)!;
        try
        {
            process.StandardInput.Close();
            var output = process.StandardOutput.ReadToEndAsync(cancellation);
            var errors = process.StandardError.ReadToEndAsync(cancellation);
            await process.WaitForExitAsync(cancellation);
            return (process.ExitCode, await output + await errors);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    // For File.Exists, a link that leads nowhere exists.
    private static bool Exists(string path) =>
        File.Exists(path) && (File.ResolveLinkTarget(path, returnFinalTarget: true)?.Exists ?? true);
}
