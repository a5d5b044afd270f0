using System.Globalization;
using Npgsql;
using SpPlus.Standalone.Processes;

namespace SpPlus.Standalone.Parts;

/// <summary>pg_dump and pg_restore: the machine's. npm brings a server and neither of them.</summary>
internal static class PostgreSqlTools
{
    private const string Debian = "/usr/lib/postgresql";

    /// <summary>One consistent snapshot, whoever writes meanwhile.</summary>
    public static async Task DumpAsync(string connectionString, string file, CancellationToken cancellation)
    {
        await RunAsync("pg_dump", connectionString, ["--format=custom", "--file", file], cancellation);
        // Its table of contents stands at its beginning: one that can be read was not begun in vain.
        await Programs.RunAsync("Reading the backup", Find("pg_restore"), ["--list", file], "/", cancellation);
    }

    /// <summary>All of it or nothing, into an empty database.</summary>
    public static Task RestoreAsync(string connectionString, string file, CancellationToken cancellation) =>
        RunAsync("pg_restore", connectionString, ["--single-transaction", "--exit-on-error", "--no-owner", file], cancellation);

    private static Task RunAsync(string program, string connectionString, string[] arguments, CancellationToken cancellation)
    {
        var server = new NpgsqlConnectionStringBuilder(connectionString);
        string[] all =
        [
            "--host", server.Host!, "--port", server.Port.ToString(CultureInfo.InvariantCulture), "--username", server.Username!,
            "--dbname", server.Database!, "--no-password", .. arguments,
        ];
        // Not among the arguments, which everybody on the machine can read.
        return Programs.RunAsync(program, Find(program), all, "/", cancellation, new Dictionary<string, string> { ["PGPASSWORD"] = server.Password ?? "" });
    }

    private static string Find(string program)
    {
        var versions = Directory.Exists(Debian) ? Directory.GetDirectories(Debian) : [];
        return versions
            .Where(version => int.TryParse(Path.GetFileName(version), out _))
            .OrderByDescending(version => int.Parse(Path.GetFileName(version), CultureInfo.InvariantCulture))
            .Select(version => Path.Combine(version, "bin", program))
            .FirstOrDefault(File.Exists)
            ?? Programs.Require(program, $"{program} is missing, and npm's PostgreSQL has none: install PostgreSQL's client programs, at least as recent as the server (on Debian: apt-get install postgresql-client).");
    }
}
