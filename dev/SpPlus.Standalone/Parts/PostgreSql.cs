using System.Globalization;
using Npgsql;
using SpPlus.Standalone.Folders;
using SpPlus.Standalone.Processes;

namespace SpPlus.Standalone.Parts;

/// <summary>A PostgreSQL server of its own, durable as in production: what tests and measures say must hold there.</summary>
internal sealed class PostgreSql
{
    private const string Owner = "spplus";

    private readonly string connectionString;
    private readonly string data;

    private PostgreSql(string connectionString, string data, bool isNew)
    {
        this.connectionString = connectionString;
        this.data = data;
        IsNew = isNew;
    }

    public string ConnectionString => new NpgsqlConnectionStringBuilder(connectionString) { Database = "spplus" }.ConnectionString;

    /// <summary>Nothing was ever written here.</summary>
    public bool IsNew { get; }

    public static async Task<PostgreSql> StartAsync(
        Children children, StackFolder folder, string password, int port, bool fresh, CancellationToken cancellation)
    {
        var user = PostgreSqlUser.Find();
        var place = await PostgreSqlFolder.FindAsync(folder, user, cancellation);
        var data = Path.Combine(place, "postgresql");
        if (fresh && Directory.Exists(data))
        {
            Directory.Delete(data, recursive: true);
        }

        var programs = await PostgreSqlPrograms.FindAsync(place, cancellation);
        var isNew = !Directory.Exists(data);
        if (isNew)
        {
            await InitializeAsync(programs, data, password, user, cancellation);
        }

        string[] command =
        [
            .. user?.Prefix ?? [], Path.Combine(programs, "postgres"), "-D", data,
            "-c", "listen_addresses=127.0.0.1", "-c", string.Create(CultureInfo.InvariantCulture, $"port={port}"), "-c", "unix_socket_directories=",
            "-c", "max_connections=200", "-c", "shared_buffers=256MB", "-c", "max_wal_size=2GB", "-c", "log_line_prefix=%m [%p] ",
        ];
        // INT is PostgreSQL's fast shutdown; TERM would wait for every client to leave.
        var child = children.Start(new("postgresql", command[0], command[1..]) { WorkingDirectory = data, StopSignal = "INT" });
        var server = new NpgsqlConnectionStringBuilder { Host = "127.0.0.1", Port = port, Username = Owner, Password = password }.ConnectionString;
        await Readiness.ForAsync(child, TimeSpan.FromSeconds(60), token => EnsureDatabaseAsync(server, token), cancellation);
        return new(server, data, isNew);
    }

    /// <summary>Once the server has stopped: as root its files may lie outside the stack's folder.</summary>
    public void Delete()
    {
        Directory.Delete(data, recursive: true);
        if (!Directory.EnumerateFileSystemEntries(Path.GetDirectoryName(data)!).Any())
        {
            Directory.Delete(Path.GetDirectoryName(data)!);
        }
    }

    private static async Task InitializeAsync(string programs, string data, string password, PostgreSqlUser? user, CancellationToken cancellation)
    {
        // Named last: an initdb that was cut short is done again from nothing.
        var draft = data + ".new";
        if (Directory.Exists(draft))
        {
            Directory.Delete(draft, recursive: true);
        }

        Directory.CreateDirectory(draft);
        var secret = Path.Combine(Path.GetDirectoryName(data)!, "postgresql.password");
        await File.WriteAllTextAsync(secret, password, cancellation);
        try
        {
            if (user is not null)
            {
                await user.OwnAsync(draft, cancellation);
                await user.OwnAsync(secret, cancellation);
            }

            string[] command =
            [
                .. user?.Prefix ?? [], Path.Combine(programs, "initdb"), "-D", draft, "-U", Owner, "--pwfile", secret,
                "--auth=scram-sha-256", "--encoding=UTF8", "--locale=C.UTF-8",
            ];
            await Programs.RunAsync("initdb", command[0], command[1..], draft, cancellation);
            Directory.Move(draft, data);
        }
        finally
        {
            File.Delete(secret);
        }
    }

    private static async Task<bool> EnsureDatabaseAsync(string server, CancellationToken cancellation)
    {
        var administration = new NpgsqlConnectionStringBuilder(server) { Database = "postgres", Pooling = false }.ConnectionString;
        await using var database = NpgsqlDataSource.Create(administration);
        await using var exists = database.CreateCommand("select 1 from pg_database where datname = 'spplus'");
        if (await exists.ExecuteScalarAsync(cancellation) is null)
        {
            await using var create = database.CreateCommand("create database spplus");
            await create.ExecuteNonQueryAsync(cancellation);
        }

        return true;
    }
}
