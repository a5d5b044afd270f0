using Spectre.Console;
using SpPlus.Standalone.Contract;
using SpPlus.Standalone.Folders;
using SpPlus.Standalone.Parts;
using SpPlus.Standalone.Processes;
using SpPlus.Standalone.Stacks;

namespace SpPlus.Standalone.Commands;

/// <summary>
/// Takes a backup back into a stack that is stopped. What was there is served until the restored database is whole and safe, and then kept
/// under another name.
/// </summary>
internal static class RestoreCommand
{
    public static async Task<int> RunAsync(StackOptions options, RestoreRequest request, CancellationToken stop)
    {
        if (options.Fresh)
        {
            throw new StartException("--fresh would forget the vault's master key, and with it the addresses that the backup holds: use --replace.");
        }

        if (!File.Exists(request.File))
        {
            throw new StartException($"{request.File} does not exist.");
        }

        using (var folder = StackFolder.TryOpen(options.Data))
        {
            if (folder is null)
            {
                throw new StartException($"A stack runs on {options.Data}: stop it before a restore.");
            }
        }

        return await SiloCommand.WithDatabaseAsync(options, connections => RestoreAsync(connections, request, stop), stop);
    }

    private static async Task<int> RestoreAsync(StackConnections connections, RestoreRequest request, CancellationToken stop)
    {
        var database = new RestoringDatabase(connections.Database, TimeProvider.System);
        var isInUse = await database.IsServedInUseAsync(stop);
        if (isInUse && !request.Replace)
        {
            throw new StartException("This stack has a database with data: add --replace to serve the backup in its place. It is kept under another name.");
        }

        await database.CreateAsync(stop);
        await PostgreSqlTools.RestoreAsync(database.ConnectionString, request.File, stop);
        var code = await SiloCommand.RunAsync(connections with { Database = database.ConnectionString }, ["after-restore"], stop);
        if (code != 0)
        {
            throw new StartException("The step after-restore did not end: what was served before still is. Run the same command again.");
        }

        var replaced = await database.SwapAsync(stop);
        if (isInUse)
        {
            AnsiConsole.WriteLine($"Restored. What was served before is the database {replaced}; drop it once nobody misses anything.");
            return 0;
        }

        await database.DropAsync(replaced, stop);
        AnsiConsole.WriteLine("Restored.");
        return 0;
    }
}
