using System.Globalization;
using Npgsql;
using SpPlus.Standalone.Contract;
using SpPlus.Standalone.Folders;
using SpPlus.Standalone.Parts;
using SpPlus.Standalone.Processes;

namespace SpPlus.Benchmarks.Measures;

/// <summary>What the measured processes stand on: a PostgreSQL of its own, durable, and the Redis protocol.</summary>
internal sealed class Machine : IAsyncDisposable
{
    private readonly StackFolder folder;
    private readonly StackSecrets secrets;
    private PostgreSql? postgres;
    private Redis? redis;

    private Machine(StackFolder folder, int niceness)
    {
        this.folder = folder;
        folder.Empty();
        secrets = StackSecrets.ReadOrMake(folder.Secrets);
        Children = new(folder.Logs) { Niceness = niceness };
    }

    public Children Children { get; }

    public string RedisAddress { get; private set; } = "";

    /// <summary>The nicer its processes are, the less callers in this one wait for a processor.</summary>
    public static async Task<Machine> Start(int niceness = 0)
    {
        var machine = new Machine(StackFolder.Open(Path.Combine(StackFolder.Default, "bench")), niceness);
        var (database, cache) = (Ports.Free(), Ports.Free());
        machine.RedisAddress = string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{cache}");
        machine.redis = await Redis.StartAsync(machine.Children, machine.folder, null, cache, CancellationToken.None);
        machine.postgres = await PostgreSql.StartAsync(machine.Children, machine.folder, machine.secrets.DatabasePassword, database, fresh: true, CancellationToken.None);
        return machine;
    }

    public async Task<NpgsqlDataSource> NewDatabase(string name)
    {
        await using var server = NpgsqlDataSource.Create(postgres!.ConnectionString);
        await using var command = server.CreateCommand($"create database {name}");
        await command.ExecuteNonQueryAsync();
        return NpgsqlDataSource.Create(ConnectionString(name));
    }

    public string ConnectionString(string database) => new NpgsqlConnectionStringBuilder(postgres!.ConnectionString) { Database = database }.ConnectionString;

    public int Process(string child) =>
        int.Parse(File.ReadAllText(Path.Combine(folder.Logs, child + ".pid")), CultureInfo.InvariantCulture);

    public double DatabaseCpu => CpuClock.OfFamily(Process("postgresql"));

    public StackConnections Connections(string database, Uri address) => new()
    {
        ClusterId = $"bench-{database}",
        Environment = "Production",
        Database = ConnectionString(database),
        Redis = RedisAddress,
        Blobs = "UseDevelopmentStorage=true",
        // Nobody listens: without a server mails wait in the queue, where they were put.
        MailHost = "",
        MailPort = 25,
        PublicAddress = address,
        Authority = new("https://identity.invalid"),
        ClientSecret = secrets.ClientSecret,
        VaultMasterKey = secrets.VaultMasterKey,
        // Published at once, as the baselines do it.
        UndoWindow = TimeSpan.Zero,
    };

    public static (SiloPlace Silo, Uri Web) Places()
    {
        using var free = new Ports();
        return (new(1, free.FindAny(), free.FindAny(), free.FindAny()), new($"http://127.0.0.1:{free.FindAny()}"));
    }

    /// <summary>A host of this program; it runs in the web's folder, under the web's own settings.</summary>
    public async Task StartHost(string name, Uri address, IReadOnlyDictionary<string, string> settings)
    {
        var own = Path.Combine(AppContext.BaseDirectory, "SpPlus.Benchmarks.dll");
        var command = new ChildCommand(name, Environment.ProcessPath!, [own, "host", name])
        {
            WorkingDirectory = Path.Combine(Checkout.Root, "SpPlus.Web"), Environment = settings, Rank = 2,
        };
        await Readiness.ForHttpAsync(Children.Start(command), new(address, "/health"), TimeSpan.FromSeconds(90), CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        await Children.DisposeAsync();
        redis?.Dispose();
        postgres?.Delete();
        folder.Dispose();
    }
}
