using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using Npgsql;
using SpPlus.Standalone.Processes;

namespace SpPlus.Tests.Infrastructure;

/// <summary>A real PostgreSQL of the tests' own, durable settings on, started once and stopped with the process.</summary>
public sealed class PostgresServer : IDisposable
{
    private static readonly Lazy<Task<PostgresServer>> Shared = new(OfItsOwn);

    private readonly string folder = Directory.CreateTempSubdirectory("spplus-pg-").FullName;
    private readonly string binaries = FindBinaries();
    private int databases;
    private bool started;

    private PostgresServer()
    {
    }

    public int Port { get; } = Ports.Free();

    public static Task<PostgresServer> Running() => Shared.Value;

    /// <summary>For a test that stops it, or that holds a transaction open: projectors of every database wait for those.</summary>
    public static async Task<PostgresServer> OfItsOwn()
    {
        var server = new PostgresServer();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => server.Dispose();
        await server.Start();
        return server;
    }

    public string ConnectionString(string database) =>
        $"Host=127.0.0.1;Port={Port.ToString(CultureInfo.InvariantCulture)};Username=spplus;Database={database};Pooling=true;" +
        "Maximum Pool Size=16;Max Auto Prepare=64;Auto Prepare Min Usages=2;Include Error Detail=true";

    /// <summary>A new empty database; gone with the server.</summary>
    public async Task<string> NewDatabase()
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"test_{Interlocked.Increment(ref databases)}_{RandomNumberGenerator.GetHexString(6, true)}");
        await using var connection = new NpgsqlConnection(ConnectionString("postgres"));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"create database {name}", connection);
        await command.ExecuteNonQueryAsync();
        return ConnectionString(name);
    }

    /// <summary>A backup, as operators make it, in the folder of this server.</summary>
    public string Dump(string connectionString)
    {
        var file = Path.Combine(folder, $"{RandomNumberGenerator.GetHexString(6, true)}.dump");
        Execute(Path.Combine(binaries, "pg_dump"), [.. Client, "--format=custom", "--file", file, new NpgsqlConnectionStringBuilder(connectionString).Database!]);
        return file;
    }

    /// <summary>A backup of any server, into a new database of this one.</summary>
    public async Task<string> Restore(string file)
    {
        var connectionString = await NewDatabase();
        var name = new NpgsqlConnectionStringBuilder(connectionString).Database!;
        Execute(Path.Combine(binaries, "pg_restore"), [.. Client, "--exit-on-error", "--no-owner", "--dbname", name, file]);
        return connectionString;
    }

    /// <summary>Lets the server's transaction numbers run on, as years of work do.</summary>
    public async Task Age(int transactions)
    {
        await using var connection = new NpgsqlConnection(ConnectionString("postgres"));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(
            string.Create(CultureInfo.InvariantCulture, $"do $$ begin for i in 1..{transactions} loop perform pg_current_xact_id(); commit; end loop; end $$"), connection);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Ends every session at once, as a crash does, and comes back.</summary>
    public async Task Restart()
    {
        Run("pg_ctl", "-D", Data, "-m", "immediate", "-s", "-w", "stop");
        await StartServer();
    }

    public void Stop() => Run("pg_ctl", "-D", Data, "-m", "immediate", "-s", "-w", "stop");

    public Task StartAgain() => StartServer();

    /// <summary>Neither refuses nor answers: as behind a line that is cut.</summary>
    public void Freeze() => Signal("STOP");

    public void Thaw() => Signal("CONT");

    public void Dispose()
    {
        if (!started) return;
        started = false;
        // By somebody else: a test host that ends is given a tenth of a second, and hundreds of databases take longer to delete.
        var stop = Command("pg_ctl", "-D", Data, "-m", "immediate", "-s", "-w", "stop");
        var end = new ProcessStartInfo("sh", ["-c", "\"$@\"; rm -rf \"$0\"", folder, .. stop]) { WorkingDirectory = Path.GetPathRoot(folder) };
        Process.Start(end)!.Dispose();
    }

    private string[] Client => ["--host=127.0.0.1", string.Create(CultureInfo.InvariantCulture, $"--port={Port}"), "--username=spplus"];

    private string Data => Path.Combine(folder, "data");

    private async Task Start()
    {
        if (Environment.IsPrivilegedProcess) Execute("chown", "postgres", folder);
        // What it does is of interest only where it fails, and then it says so elsewhere.
        Run("sh", "-c", "\"$@\" >/dev/null", "sh", Path.Combine(binaries, "initdb"), "-D", Data, "-U", "spplus", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8");
        await StartServer();
    }

    private void Signal(string name)
    {
        var server = File.ReadLines(Path.Combine(Data, "postmaster.pid")).First();
        // Its sessions too, which are processes of their own.
        Execute("sh", "-c", "kill -$0 $1 $(grep -ls \"^[0-9]* ([^)]*) . $1 \" /proc/[0-9]*/stat | cut -d/ -f3)", name, server);
    }

    private Task StartServer()
    {
        var port = Port.ToString(CultureInfo.InvariantCulture);
        Run("pg_ctl", "-D", Data, "-s", "-w", "-l", Path.Combine(folder, "log"), "-o",
            $"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c max_connections=200", "start");
        started = true;
        return Task.CompletedTask;
    }

    private void Run(string tool, params string[] arguments)
    {
        var command = Command(tool, arguments);
        Execute(command[0], command[1..]);
    }

    // PostgreSQL refuses to run as root: as root, its user does.
    private string[] Command(string tool, params string[] arguments)
    {
        var path = tool == "sh" ? tool : Path.Combine(binaries, tool);
        return Environment.IsPrivilegedProcess
            ? ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups", path, .. arguments]
            : [path, .. arguments];
    }

    private void Execute(string file, params string[] arguments)
    {
        // No redirection: the server inherits what pg_ctl has, and a pipe would stay open as long as it runs.
        var start = new ProcessStartInfo(file, arguments) { WorkingDirectory = folder, UseShellExecute = false, RedirectStandardOutput = false };
        using var process = Process.Start(start)!;
        process.WaitForExit();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{file} {string.Join(' ', arguments)} ended with {process.ExitCode}.");
    }

    private static string FindBinaries()
    {
        var folders = (Environment.GetEnvironmentVariable("SPPLUS_POSTGRES_BIN") is { } chosen ? [chosen] : Array.Empty<string>())
            .Concat(Directory.Exists("/usr/lib/postgresql")
                ? Directory.GetDirectories("/usr/lib/postgresql").OrderDescending().Select(d => Path.Combine(d, "bin"))
                : [])
            .Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator));
        return folders.FirstOrDefault(f => File.Exists(Path.Combine(f, "initdb")))
            ?? throw new InvalidOperationException("PostgreSQL's binaries are not found: install the package postgresql, or set SPPLUS_POSTGRES_BIN.");
    }
}
