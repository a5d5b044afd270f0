using Spectre.Console;
using SpPlus.Standalone.Parts;
using SpPlus.Standalone.Processes;
using SpPlus.Standalone.Stacks;

namespace SpPlus.Standalone.Commands;

/// <summary>The database of the stack, running or not, into one file: whole under its name, or not there.</summary>
internal static class BackupCommand
{
    public static async Task<int> RunAsync(StackOptions options, BackupRequest request, CancellationToken stop)
    {
        if (options.Fresh)
        {
            throw new StartException("--fresh would leave nothing to back up.");
        }

        if (File.Exists(request.File))
        {
            throw new StartException($"{request.File} exists already: no backup is written over another.");
        }

        await SiloCommand.WithDatabaseAsync(
            options,
            async connections =>
            {
                await WriteAsync(connections.Database, request.File, stop);
                return true;
            },
            stop);
        AnsiConsole.WriteLine($"{request.File} holds the database. It does not hold the vault's master keys: without them no address and no text as sent can be read. Keep {Path.Combine(options.Data, "secrets.json")} apart from it.");
        WarnOfBlobs(options.Data);
        return 0;
    }

    internal static async Task WriteAsync(string connectionString, string file, CancellationToken stop)
    {
        var draft = $"{file}.{Environment.ProcessId}.partial";
        var mode = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            // People's words are in it, and their addresses, sealed.
            mode.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        await new FileStream(draft, mode).DisposeAsync();
        try
        {
            await PostgreSqlTools.DumpAsync(connectionString, draft, stop);
            await using (var written = new FileStream(draft, FileMode.Open, FileAccess.ReadWrite))
            {
                written.Flush(flushToDisk: true);
            }

            File.Move(draft, file, overwrite: false);
        }
        finally
        {
            File.Delete(draft);
        }
    }

    private static void WarnOfBlobs(string data)
    {
        var blobs = Path.Combine(data, "blobs", "__blobstorage__");
        if (Directory.Exists(blobs) && Directory.EnumerateFiles(blobs, "*", SearchOption.AllDirectories).Any())
        {
            AnsiConsole.WriteLine($"{blobs} holds blobs, and the platform stores none: they are not in the backup.");
        }
    }
}
