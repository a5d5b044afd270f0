using System.Text.Json;
using SpPlus.Standalone.Contract;

namespace SpPlus.Standalone.Stacks;

/// <summary>What a run leaves in its folder, for as long as it runs, so that an import can join it.</summary>
internal static class RunningStack
{
    public static void Write(string path, StackConnections connections)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            // It holds the database's password.
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var file = new FileStream(path, options);
        JsonSerializer.Serialize(file, connections);
    }

    public static StackConnections? Read(string path) =>
        File.Exists(path) ? JsonSerializer.Deserialize<StackConnections>(File.ReadAllText(path)) : null;
}
