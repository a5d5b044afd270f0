using SpPlus.Standalone.Processes;

namespace SpPlus.Standalone.Folders;

/// <summary>What the stack keeps between runs. Held by one run at a time.</summary>
internal sealed class StackFolder : IDisposable
{
    /// <summary>In the default folder, but not this stack's: downloads, and the data and keys of the AppHost and of measures.</summary>
    private static readonly string[] OfOthers = ["tools", "apphost", "bench"];

    private readonly FileStream hold;

    private StackFolder(string path, FileStream hold)
    {
        Path = path;
        this.hold = hold;
    }

    public static string Default => System.IO.Path.Combine(Checkout.Root, ".data");

    /// <summary>Shared by every data folder of the checkout, and untouched by a fresh start: it is downloaded.</summary>
    public static string Tools => Create(System.IO.Path.Combine(Default, "tools"));

    public string Path { get; }

    public string Logs => Create(System.IO.Path.Combine(Path, "logs"));

    public string Blobs => Create(System.IO.Path.Combine(Path, "blobs"));

    public string Mail => Create(System.IO.Path.Combine(Path, "mail"));

    public string Home => Create(System.IO.Path.Combine(Path, "home"));

    public string Secrets => System.IO.Path.Combine(Path, "secrets.json");

    public string Running => System.IO.Path.Combine(Path, "running.json");

    /// <returns>null when another run holds the folder.</returns>
    public static StackFolder? TryOpen(string path)
    {
        Create(path);
        try
        {
            var hold = new FileStream(System.IO.Path.Combine(path, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            return new(path, hold);
        }
        catch (IOException)
        {
            return null;
        }
    }

    public static StackFolder Open(string path) =>
        TryOpen(path) ?? throw new StartException($"Another run uses {path}: stop it, or give this one a folder of its own with --data.");

    /// <summary>Forgets everything of this stack; the lock stays held.</summary>
    public void Empty()
    {
        foreach (var entry in new DirectoryInfo(Path).EnumerateFileSystemInfos().Where(entry => entry.Name != "lock" && !OfOthers.Contains(entry.Name)))
        {
            if (entry is DirectoryInfo folder)
            {
                folder.Delete(recursive: true);
            }
            else
            {
                entry.Delete();
            }
        }
    }

    public void Dispose()
    {
        File.Delete(Running);
        hold.Dispose();
    }

    private static string Create(string path) => Directory.CreateDirectory(path).FullName;
}
