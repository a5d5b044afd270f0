using SpPlus.Standalone.Folders;
using SpPlus.Standalone.Parts;
using SpPlus.Standalone.Processes;
using SpPlus.Standalone.Tools;

namespace SpPlus.Standalone.Commands;

/// <summary>One part alone, until it is told to stop: this is how the AppHost gets its storage where there are no containers.</summary>
internal static class PartCommand
{
    public static async Task<int> RunAsync(PartRequest part, CancellationToken stop)
    {
        var secrets = StackSecrets.ReadOrMake(Path.Combine(Directory.CreateDirectory(part.Data).FullName, "secrets.json"));
        // A folder for each: the parts of one AppHost run at the same time.
        using var folder = StackFolder.Open(Path.Combine(part.Data, part.Name));
        await using var children = new Children(folder.Logs);
        using var started = await StartAsync(part, secrets, folder, children, stop);
        await Console.Out.WriteLineAsync($"{part.Name} listens on 127.0.0.1:{part.Port}");
        try
        {
            var lost = await children.FirstLostAsync(stop);
            throw new StartException($"{lost.Command.Name} stopped with code {await lost.Exited}.", lost.Tail());
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return 0;
        }
    }

    private static async Task<IDisposable?> StartAsync(PartRequest part, StackSecrets secrets, StackFolder folder, Children children, CancellationToken stop)
    {
        switch (part.Name)
        {
            case "postgresql":
                await PostgreSql.StartAsync(children, folder, secrets.DatabasePassword, part.Port, fresh: false, stop);
                return null;
            case "redis":
                return await Redis.StartAsync(children, folder, redisServer: null, part.Port, stop);
            case "blobs":
                await Blobs.StartAsync(children, folder, await ToolsAsync(stop), secrets.BlobKey, part.Port, stop);
                return null;
            case "mail":
                await Mail.StartAsync(children, folder, await ToolsAsync(stop), part.Port, part.WebPort, stop);
                return null;
            default:
                throw new StartException($"{part.Name} is not a part: postgresql, redis, blobs and mail are.");
        }
    }

    private static Task<NodeTools> ToolsAsync(CancellationToken stop) => NodeTools.InstallAsync("node", StackFolder.Tools, stop);
}
