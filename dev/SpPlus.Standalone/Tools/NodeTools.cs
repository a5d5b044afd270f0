using SpPlus.Standalone.Processes;

namespace SpPlus.Standalone.Tools;

/// <summary>Programs that npm brings, installed on first use from a lock file.</summary>
internal sealed class NodeTools
{
    private const string NodeSentence = "Node.js 20 or later is missing: install it, with npm, and start again.";

    private NodeTools(string node, string folder)
    {
        Node = node;
        Folder = folder;
    }

    public string Node { get; }

    public string Folder { get; }

    /// <summary>Installs a set: a folder beside this program with package.json and its lock file.</summary>
    public static async Task<NodeTools> InstallAsync(string set, string target, CancellationToken cancellation)
    {
        var node = Programs.Require("node", NodeSentence);
        var npm = Programs.Require("npm", NodeSentence);
        var source = Path.Combine(AppContext.BaseDirectory, "tools", set);
        var wanted = await File.ReadAllTextAsync(Path.Combine(source, "package-lock.json"), cancellation);
        var folder = Directory.CreateDirectory(Path.Combine(target, set)).FullName;
        await using var alone = await AloneAsync(Path.Combine(target, set + ".lock"), cancellation);
        var stamp = Path.Combine(folder, "installed");
        if (File.Exists(stamp) && await File.ReadAllTextAsync(stamp, cancellation) == wanted)
        {
            return new(node, folder);
        }

        File.Delete(stamp);
        foreach (var file in Directory.EnumerateFiles(source))
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)), overwrite: true);
        }

        await Programs.RunAsync("npm ci", npm, ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], folder, cancellation);
        // Written last: an install that was cut short is done again.
        await File.WriteAllTextAsync(stamp, wanted, cancellation);
        return new(node, folder);
    }

    /// <summary>Another stack on this machine may be installing the same set at this moment.</summary>
    private static async Task<FileStream> AloneAsync(string path, CancellationToken cancellation)
    {
        while (true)
        {
            try
            {
                return new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (File.Exists(path))
            {
                await Task.Delay(TimeSpan.FromMilliseconds(200), cancellation);
            }
        }
    }

    public string Script(string name) => Path.Combine(Folder, "node_modules", ".bin", name);

    public string? Find(params string[] path)
    {
        var file = Path.Combine([Folder, "node_modules", .. path]);
        return File.Exists(file) ? file : null;
    }
}
