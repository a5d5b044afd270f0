using System.Security.Cryptography;
using System.Text;
using SpPlus.Standalone.Folders;

namespace SpPlus.Standalone.Parts;

/// <summary>Where the server's files lie: with the rest, unless the user it runs as cannot get there.</summary>
internal static class PostgreSqlFolder
{
    public static async Task<string> FindAsync(StackFolder folder, PostgreSqlUser? user, CancellationToken cancellation)
    {
        if (user is null || await user.CanEnterAsync(folder.Path, cancellation))
        {
            return folder.Path;
        }

        var key = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(folder.Path)))[..12];
        string[] parents = ["/var/lib", Path.GetTempPath()];
        foreach (var parent in parents.Where(Directory.Exists))
        {
            if (await user.CanEnterAsync(parent, cancellation))
            {
                return Directory.CreateDirectory(Path.Combine(parent, $"spplus-{key}")).FullName;
            }
        }

        return folder.Path;
    }
}
