using SpPlus.Standalone.Contract;
using SpPlus.Standalone.Folders;
using SpPlus.Standalone.Parts;
using SpPlus.Standalone.Processes;
using SpPlus.Standalone.Tools;

namespace SpPlus.Standalone.Stacks;

/// <summary>The whole platform on one machine, from the database to the pages.</summary>
internal sealed class Stack : IAsyncDisposable
{
    private readonly StackOptions options;
    private readonly StackFolder folder;
    private readonly StackSecrets secrets;
    private readonly Children children;
    private readonly Dictionary<int, Child> silos = [];
    private Child? web;
    private Redis? redis;
    private StackConnections? connections;
    private PostgreSql? database;

    private Stack(StackOptions options, StackFolder folder)
    {
        this.options = options;
        this.folder = folder;
        if (options.Fresh)
        {
            folder.Empty();
        }

        secrets = StackSecrets.ReadOrMake(folder.Secrets);
        children = new(folder.Logs);
        Ports = StackPorts.Find(options);
    }

    public StackPorts Ports { get; }

    public StackConnections Connections => connections ?? throw new InvalidOperationException("The stack has not started.");

    public Uri Web => StackPorts.Local(Ports.Web);

    public Uri MailWeb => StackPorts.Local(Ports.MailWeb);

    public Uri? Dashboard { get; private set; }

    public string Logs => folder.Logs;

    public static async Task<Stack> StartAsync(StackOptions options, IProgress<string> progress, CancellationToken cancellation)
    {
        var stack = new Stack(options, StackFolder.Open(options.Data));
        try
        {
            await stack.StartAsync(progress, cancellation);
            return stack;
        }
        catch
        {
            await stack.DisposeAsync();
            throw;
        }
    }

    public Task<Child> FirstLostAsync(CancellationToken cancellation) => children.FirstLostAsync(cancellation);

    public Child Silo(int number) => silos[number];

    /// <summary>Starts a silo in its place, or starts it again after it was killed.</summary>
    public async Task StartSiloAsync(SiloPlace place, CancellationToken cancellation) =>
        silos[place.Number] = await DotNetProcesses.StartSiloAsync(children, Connections, place, options.SiloSettings, cancellation);

    /// <summary>The web is killed, and another one started in its place.</summary>
    public async Task ReplaceWebAsync(CancellationToken cancellation)
    {
        await web!.KillAsync();
        await StartWebAsync(cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        await children.DisposeAsync();
        redis?.Dispose();
        folder.Dispose();
        if (options.Temporary)
        {
            database?.Delete();
            Directory.Delete(folder.Path, recursive: true);
        }
    }

    private async Task StartAsync(IProgress<string> progress, CancellationToken cancelled)
    {
        using var abandon = CancellationTokenSource.CreateLinkedTokenSource(cancelled);
        var cancellation = abandon.Token;
        progress.Report("Tools, database, Redis");
        var postgres = StartDatabaseAsync(cancellation);
        var cache = Redis.StartAsync(children, folder, options.RedisServer, Ports.Redis, cancellation);
        var tools = NodeTools.InstallAsync("node", StackFolder.Tools, cancellation);
        await AllOrNoneAsync(abandon, postgres, cache, tools);
        redis = await cache;

        progress.Report("Blobs, mail, identity, dashboard");
        connections = Connect(await postgres);
        var dashboard = StartDashboardAsync(await tools, cancellation);
        var blobs = Blobs.StartAsync(children, folder, await tools, secrets.BlobKey, Ports.Blobs, cancellation);
        var mail = Mail.StartAsync(children, folder, await tools, Ports.Smtp, Ports.MailWeb, cancellation);
        var identity = DotNetProcesses.StartIdentityAsync(children, connections, [Web, new($"http://localhost:{Ports.Web}")], cancellation);
        var first = StartSiloAsync(Ports.Silos[0], cancellation);
        await AllOrNoneAsync(abandon, blobs, mail, identity, dashboard, first);

        progress.Report("Silos, web");
        // The first silo has laid out the database: the others find it ready.
        await AllOrNoneAsync(abandon, [.. Ports.Silos.Skip(1).Select(place => StartSiloAsync(place, cancellation))]);
        await StartWebAsync(cancellation);
        RunningStack.Write(folder.Running, connections);
    }

    // Whoever waits for a part that failed should not wait for the slowest of the others.
    private static async Task AllOrNoneAsync(CancellationTokenSource abandon, params Task[] starts)
    {
        await foreach (var start in Task.WhenEach(starts))
        {
            if (start.IsFaulted)
            {
                await abandon.CancelAsync();
                await Task.WhenAll(starts).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }

            await start;
        }
    }

    private async Task<PostgreSql> StartDatabaseAsync(CancellationToken cancellation) =>
        database = await PostgreSql.StartAsync(children, folder, secrets.DatabasePassword, Ports.PostgreSql, options.Fresh, cancellation);

    private async Task StartWebAsync(CancellationToken cancellation) =>
        web = await DotNetProcesses.StartWebAsync(children, Connections, Web, Ports.Silos, options.WebSettings, cancellation);

    private async Task StartDashboardAsync(NodeTools tools, CancellationToken cancellation)
    {
        var frontend = StackPorts.Local(Ports.Dashboard);
        if (options.Dashboard
            && await Parts.Dashboard.StartAsync(children, folder, tools, frontend, StackPorts.Local(Ports.Otlp), StackPorts.Local(Ports.OtlpHttp), cancellation))
        {
            Dashboard = frontend;
        }
    }

    private StackConnections Connect(PostgreSql postgres) => new()
    {
        Database = postgres.ConnectionString,
        Redis = $"127.0.0.1:{Ports.Redis}",
        Blobs = Blobs.ConnectionString(Ports.Blobs, secrets.BlobKey),
        MailHost = "127.0.0.1",
        MailPort = Ports.Smtp,
        PublicAddress = Web,
        Authority = StackPorts.Local(Ports.Identity),
        ClientSecret = secrets.ClientSecret,
        VaultMasterKey = secrets.VaultMasterKey,
        AccountsFile = Path.Combine(Checkout.Root, "dev", "SpPlus.DevIdentity", "personas.json"),
        Otlp = options.Telemetry ?? (options.Dashboard ? StackPorts.Local(Ports.Otlp) : null),
        SeedDemo = options.SeedDemo ?? postgres.IsNew,
        UndoWindow = options.UndoWindow,
    };
}
