using System.Globalization;
using Garnet;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using Orleans.Configuration;
using SpPlus.Contracts.Accounts;
using SpPlus.Contracts.Experiences;
using SpPlus.Standalone.Contract;
using SpPlus.Standalone.Parts;
using SpPlus.Standalone.Processes;
using SpPlus.Tests.Infrastructure;
using Xunit;

namespace SpPlus.Tests.Faults;

/// <summary>Two silo processes on PostgreSQL and Redis, and a client that is none of them.</summary>
internal sealed class TwoSilos : IAsyncDisposable
{
    private readonly GarnetServer redis;
    private readonly IHost client;
    private readonly StackConnections stack;
    private readonly SiloPlace[] places = [Place(1), Place(2)];
    private readonly PlatformProcess?[] silos = new PlatformProcess?[2];
    private readonly TimeSpan grace;

    private TwoSilos(NpgsqlDataSource database, GarnetServer redis, IHost client, StackConnections stack, TimeSpan grace) =>
        (Database, this.redis, this.client, this.stack, this.grace) = (database, redis, client, stack, grace);

    public NpgsqlDataSource Database { get; }

    public IGrainFactory Grains => client.Services.GetRequiredService<IGrainFactory>();

    public IExperienceGrain Experience(ExperienceId id) => Grains.GetGrain<IExperienceGrain>(id.Value);

    public static async Task<TwoSilos> Start(
        IEnumerable<(Profile Profile, string Structure)> accounts, TimeSpan? undoWindow = null, TimeSpan grace = default)
    {
        var database = await MigratedDatabase.New();
        foreach (var (profile, structure) in accounts) await Account(database, profile, structure);
        var port = Ports.Free();
        var redis = Redis.Garnet(port);
        redis.Start();
        var stack = Connections(database.ConnectionString, $"127.0.0.1:{port}") with { UndoWindow = undoWindow ?? TimeSpan.Zero };
        var cluster = new TwoSilos(database, redis, Client(stack), stack, grace);
        await cluster.Restart(0);
        await cluster.Restart(1);
        await cluster.client.StartAsync();
        return cluster;
    }

    /// <summary>
    /// As people do it: an answer that did not come is asked for again, until the silos have noticed that one of them is gone. The
    /// same operation changes nothing twice.
    /// </summary>
    public static async Task<T> Patiently<T>(Func<Task<T>> call)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (true)
        {
            try
            {
                return await call();
            }
            catch (Exception) when (!limit.IsCancellationRequested)
            {
                await Task.Delay(200, CancellationToken.None);
            }
        }
    }

    public async Task Accepted(ExperienceId id, ExperienceCommand command, Caller caller) =>
        Assert.Equal(Refusal.None, (await Patiently(() => Experience(id).Execute(command, caller))).Refusal);

    /// <summary>The silo whose memory it is in; -1 for none.</summary>
    public async Task<int> HolderOf(ExperienceId id)
    {
        var address = await Grains.GetGrain<IManagementGrain>(0).GetActivationAddress(Experience(id));
        return Array.FindIndex(places, place => place.SiloPort == address?.Endpoint.Port);
    }

    /// <summary>Another process that calls the silos: disposed of, it is gone without a word.</summary>
    public async Task<IHost> NewClient()
    {
        var other = Client(stack);
        await other.StartAsync();
        return other;
    }

    public void Kill(int number)
    {
        silos[number]?.Dispose();
        silos[number] = null;
    }

    public string OutputOf(int number) => silos[number]!.Output;

    /// <summary>Asks it to end, as an orchestrator does; completes when it has.</summary>
    public Task AskToEnd(int number) => silos[number]!.AskToEnd();

    public async Task Restart(int number)
    {
        var contract = PlatformProcess.Contract(stack, places[number]);
        contract[DotNetProcesses.DrainGrace] = grace.ToString("c", CultureInfo.InvariantCulture);
        var silo = new PlatformProcess(contract);
        silos[number] = silo;
        await silo.Started;
    }

    /// <summary>Known to silos that start after it, as <c>profile-structure</c>.</summary>
    private static async Task Account(NpgsqlDataSource database, Profile profile, string structure)
    {
        var subject = $"{profile}-{structure}".ToLowerInvariant();
        await database.Execute(
            $"insert into directory.accounts (subject, display_name, profile, structure) values ('{subject}', '{profile}', {(int)profile}, '{structure}')");
    }

    public async ValueTask DisposeAsync()
    {
        Kill(0);
        Kill(1);
        try
        {
            await client.StopAsync(new CancellationToken(true));
        }
        catch (OperationCanceledException)
        {
            // Nobody is left to say goodbye to.
        }

        client.Dispose();
        redis.Dispose();
        await Database.DisposeAsync();
    }

    private static IHost Client(StackConnections stack)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Logging.ClearProviders();
        builder.UseOrleansClient(client => client
            .UseRedisClustering(stack.Redis)
            .Configure<ClusterOptions>(o => (o.ClusterId, o.ServiceId) = (stack.ClusterId, stack.ServiceId))
            .Configure<GatewayOptions>(o => o.GatewayListRefreshPeriod = TimeSpan.FromSeconds(1))
            .Configure<ClientMessagingOptions>(o => o.ResponseTimeout = TimeSpan.FromSeconds(5)));
        return builder.Build();
    }

    public static StackConnections Connections(string database, string redis) => new()
    {
        ClusterId = "killed", Database = database, Redis = redis, Blobs = "UseDevelopmentStorage=true", MailHost = "", MailPort = 25,
        PublicAddress = new("http://127.0.0.1"), Authority = new("http://127.0.0.1"), ClientSecret = "", VaultMasterKey = Convert.ToBase64String(new byte[32]),
    };

    private static SiloPlace Place(int number) => new(number, Ports.Free(), Ports.Free(), Ports.Free());
}
