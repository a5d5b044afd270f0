namespace SpPlus.Tests.Reference;

/// <summary>Real input that may lie in a folder above the checkout and is never part of it: tests that use it skip without it.</summary>
internal static class SharedData
{
    public static string? Find(string file)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, "shared", "data", file);
            if (File.Exists(candidate)) return candidate;
        }

        return null;
    }
}
