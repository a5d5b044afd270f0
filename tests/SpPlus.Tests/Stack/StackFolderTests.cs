using SpPlus.Standalone.Commands;
using SpPlus.Standalone.Folders;
using SpPlus.Standalone.Processes;
using Xunit;

namespace SpPlus.Tests.Stack;

public sealed class StackFolderTests : IDisposable
{
    private readonly string path = Directory.CreateTempSubdirectory("spplus-folder-").FullName;

    [Fact]
    public void A_fresh_start_forgets_this_stack_and_nobody_elses_data()
    {
        foreach (var name in (string[])["tools", "apphost", "bench", "postgresql"])
            File.WriteAllText(Path.Combine(Directory.CreateDirectory(Path.Combine(path, name)).FullName, "data"), "");
        File.WriteAllText(Path.Combine(path, "secrets.json"), "{}");
        using var folder = StackFolder.Open(path);

        folder.Empty();

        Assert.Equal(["apphost", "bench", "lock", "tools"], Directory.EnumerateFileSystemEntries(path).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.True(File.Exists(Path.Combine(path, "apphost", "data")));
    }

    [Fact]
    public async Task A_fresh_import_into_a_stack_that_runs_is_refused()
    {
        var file = Path.Combine(path, "export.json");
        await File.WriteAllTextAsync(file, "[]");
        using var held = StackFolder.Open(path);

        var refused = await Assert.ThrowsAsync<StartException>(() =>
            SiloCommand.RunAsync(new() { Data = path, Fresh = true }, new ImportRequest(file), CancellationToken.None));

        Assert.Contains("--fresh", refused.Message, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(path, recursive: true);
}
