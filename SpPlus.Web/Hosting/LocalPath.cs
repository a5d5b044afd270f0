namespace SpPlus.Web.Hosting;

internal static class LocalPath
{
    /// <summary>The path when it is one of this site's, else the home page.</summary>
    public static string OrHome(string? path) =>
        path is { Length: > 0 and < 2_000 } && path[0] == '/' && !path.StartsWith("//", StringComparison.Ordinal)
        && !path.Contains('\\', StringComparison.Ordinal) && !path.Any(char.IsControl)
            ? path
            : "/";
}
