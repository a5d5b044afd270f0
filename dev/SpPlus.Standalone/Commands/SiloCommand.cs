using System.Diagnostics;
using SpPlus.Standalone.Contract;
using SpPlus.Standalone.Folders;
using SpPlus.Standalone.Parts;
using SpPlus.Standalone.Processes;
using SpPlus.Standalone.Stacks;

namespace SpPlus.Standalone.Commands;

/// <summary>A command of the silo's own, an import or a report, on the database of the stack that runs, or on one started for it alone.</summary>
internal static class SiloCommand
{
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(15);

    public static Task<int> RunAsync(StackOptions options, ImportRequest request, CancellationToken stop) =>
        File.Exists(request.File) ? RunAsync(options, request.Arguments, stop) : throw new StartException($"{request.File} does not exist.");

    public static Task<int> RunAsync(StackOptions options, string[] arguments, CancellationToken stop) =>
        WithDatabaseAsync(options, connections => RunAsync(connections, arguments, stop), stop);

    /// <summary>With the database of the stack that runs, or with one started for this alone.</summary>
    public static async Task<T> WithDatabaseAsync<T>(StackOptions options, Func<StackConnections, Task<T>> run, CancellationToken stop)
    {
        using var folder = StackFolder.TryOpen(options.Data);
        if (folder is null)
        {
            if (options.Fresh)
            {
                throw new StartException($"A stack runs on {options.Data}: stop it before a command with --fresh, or leave --fresh out.");
            }

            var running = RunningStack.Read(Path.Combine(options.Data, "running.json"))
                ?? throw new StartException("A stack is starting on this data folder: wait until it is ready.");
            return await run(running);
        }

        if (options.Fresh)
        {
            folder.Empty();
        }

        var secrets = StackSecrets.ReadOrMake(folder.Secrets);
        var ports = StackPorts.Find(options);
        await using var children = new Children(folder.Logs);
        var database = await PostgreSql.StartAsync(children, folder, secrets.DatabasePassword, ports.PostgreSql, options.Fresh, stop);
        return await run(Connect(database, secrets, ports));
    }

    internal static async Task<int> RunAsync(StackConnections connections, string[] arguments, CancellationToken stop)
    {
        var command = DotNetProcesses.Command(
            arguments[0], "SpPlus.Silo", "SpPlus.Silo.dll", arguments, ProcessContract.ForSilo(connections, new(1, 0, 0, 0)));
        // Not under a shepherd: its progress belongs on this terminal, and Ctrl+C reaches it by itself.
        var start = new ProcessStartInfo(command.File, command.Arguments) { WorkingDirectory = command.WorkingDirectory };
        CleanEnvironment.Apply(start.Environment, command.Environment);
        using var process = Process.Start(start)!;
        return await EndAsync(process, Farewell, stop);
    }

    /// <summary>
    /// Once stopped, the import has this long to end its group and to report. Killed or not, what it wrote stays, and a second run
    /// goes on from there.
    /// </summary>
    internal static async Task<int> EndAsync(Process process, TimeSpan farewell, CancellationToken stop)
    {
        try
        {
            await process.WaitForExitAsync(stop);
        }
        catch (OperationCanceledException)
        {
            using var patience = new CancellationTokenSource(farewell);
            try
            {
                await process.WaitForExitAsync(patience.Token);
            }
            catch (OperationCanceledException)
            {
                process.Kill(entireProcessTree: true);
                await process.WaitForExitAsync(CancellationToken.None);
            }
        }

        return process.ExitCode;
    }

    private static StackConnections Connect(PostgreSql database, StackSecrets secrets, StackPorts ports) => new()
    {
        Database = database.ConnectionString,
        Redis = $"127.0.0.1:{ports.Redis}",
        Blobs = Blobs.ConnectionString(ports.Blobs, secrets.BlobKey),
        MailHost = "127.0.0.1",
        MailPort = ports.Smtp,
        PublicAddress = StackPorts.Local(ports.Web),
        Authority = StackPorts.Local(ports.Identity),
        ClientSecret = secrets.ClientSecret,
        VaultMasterKey = secrets.VaultMasterKey,
    };
}
