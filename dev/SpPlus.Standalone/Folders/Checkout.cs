using SpPlus.Standalone.Processes;

namespace SpPlus.Standalone.Folders;

/// <summary>The source tree this program was built from, and what was built beside it.</summary>
internal static class Checkout
{
    public static string Root { get; } = FindRoot();

    /// <summary>Built output of another project, in the same configuration as this one.</summary>
    public static string Built(string project, string file)
    {
        var output = new DirectoryInfo(AppContext.BaseDirectory);
        var path = Path.Combine(Root, project, "bin", output.Parent!.Name, output.Name, file);
        return File.Exists(path) ? path : throw new StartException($"{path} is missing: build the solution first.");
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "SpPlus.sln")))
            {
                return folder.FullName;
            }
        }

        throw new StartException("SpPlus.sln is in none of the folders above this program: run it from the checkout it was built in.");
    }
}
