using System.Diagnostics;
using SpPlus.Standalone.Contract;
using SpPlus.Standalone.Folders;
using SpPlus.Standalone.Parts;
using SpPlus.Standalone.Processes;
using SpPlus.Standalone.Stacks;

namespace SpPlus.Standalone.Commands;

/// <summary>The silo's own import, on the database of the stack that runs, or on one started for it alone.</summary>
internal static class ImportCommand
{
    public static async Task<int> RunAsync(StackOptions options, ImportRequest request, CancellationToken stop)
    {
        if (!File.Exists(request.File))
        {
            throw new StartException($"{request.File} does not exist.");
        }

        using var folder = StackFolder.TryOpen(options.Data);
        if (folder is null)
        {
            var running = RunningStack.Read(Path.Combine(options.Data, "running.json"))
                ?? throw new StartException("A stack is starting on this data folder: wait until it is ready.");
            return await ImportAsync(running, request, stop);
        }

        if (options.Fresh)
        {
            folder.Empty();
        }

        var secrets = StackSecrets.ReadOrMake(folder.Secrets);
        var ports = StackPorts.Find(options);
        await using var children = new Children(folder.Logs);
        var database = await PostgreSql.StartAsync(children, folder, secrets.DatabasePassword, ports.PostgreSql, options.Fresh, stop);
        return await ImportAsync(Connect(database, secrets, ports), request, stop);
    }

    private static async Task<int> ImportAsync(StackConnections connections, ImportRequest request, CancellationToken stop)
    {
        var command = DotNetProcesses.Command(
            "import", "SpPlus.Silo", "SpPlus.Silo.dll", request.Arguments, ProcessContract.ForSilo(connections, new(1, 0, 0, 0)));
        // Not under a shepherd: its progress belongs on this terminal, and Ctrl+C reaches it by itself.
        var start = new ProcessStartInfo(command.File, command.Arguments) { WorkingDirectory = command.WorkingDirectory };
        CleanEnvironment.Apply(start.Environment, command.Environment);
        using var process = Process.Start(start)!;
        try
        {
            await process.WaitForExitAsync(stop);
        }
        catch (OperationCanceledException)
        {
            // What it wrote stays, and a second run goes on from there.
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
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
