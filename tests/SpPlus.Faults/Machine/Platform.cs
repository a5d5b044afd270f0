using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using Orleans.Configuration;
using SpPlus.Faults.Load;
using SpPlus.Standalone.Contract;
using SpPlus.Standalone.Processes;
using SpPlus.Tests.Infrastructure;

namespace SpPlus.Faults.Machine;

/// <summary>Silos, web, PostgreSQL and Redis as processes, the mail server in this one, and a client of the silos that is none of them.</summary>
internal sealed class Platform : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("spplus-faults-").FullName;
    private readonly IHost client;

    private Platform(RunOptions options, PostgresServer postgres, NpgsqlDataSource database, Timeline timeline)
    {
        (Postgres, Database) = (postgres, database);
        Mail = new(Ports.Free());
        var redis = Ports.Free();
        Redis = Child("redis", Own, ["redis", Text(redis), folder], new Dictionary<string, string>(), timeline);
        var stack = Connections(database.ConnectionString, $"127.0.0.1:{Text(redis)}", Mail.Port, Ports.Free());
        var places = Enumerable.Range(1, options.Silos).Select(i => new SiloPlace(i, Ports.Free(), Ports.Free(), Ports.Free())).ToArray();
        Network = new([.. places.Select(place => place.SiloPort)]);
        Silos = [.. places.Select(place => Child(
            place.Name, place.Number == 1 && options.Beside is { } other ? Path.Combine(other, Path.GetFileName(Own)) : Own, ["silo", ClockFile(place.Number - 1), options.Mutant.ToString()], Quick(ProcessContract.ForSilo(stack, place)), timeline))];
        WebAddress = stack.PublicAddress;
        Web = new("web", "dotnet", [Path.Combine(AppContext.BaseDirectory, "SpPlus.Web.dll")],
            Unlimited(ProcessContract.ForWeb(stack, WebAddress, places)), timeline.Add);
        client = Client(stack);
    }

    public PostgresServer Postgres { get; }

    /// <summary>To look at the end state from outside.</summary>
    public NpgsqlDataSource Database { get; }

    public FaultyMail Mail { get; }

    public Part Redis { get; }

    public Network Network { get; }

    public IReadOnlyList<Part> Silos { get; }

    public Part Web { get; }

    public Uri WebAddress { get; }

    public IGrainFactory Grains => client.Services.GetRequiredService<IGrainFactory>();

    public static string MailDomain => MimeKit.MailboxAddress.Parse(Connections("", "", 0, 0).MailFrom).Domain;

    public static async Task<Platform> Start(RunOptions options, Timeline timeline)
    {
        var postgres = await PostgresServer.OfItsOwn();
        var database = await MigratedDatabase.New(postgres);
        foreach (var (subject, profile, structure) in People.Accounts)
        {
            await database.Execute(
                $"insert into directory.accounts (subject, display_name, profile, structure) values ('{subject}', '{profile}', {(int)profile}, '{structure}')");
        }

        var platform = new Platform(options, postgres, database, timeline);
        try
        {
            await platform.Start();
            return platform;
        }
        catch (Exception exception)
        {
            foreach (var part in platform.Parts) timeline.Add($"{part.Name} said last:\n{string.Join('\n', part.Output.TakeLast(30))}");
            await platform.DisposeAsync();
            throw new InvalidOperationException($"The platform did not start:\n{string.Join('\n', timeline.Lines)}", exception);
        }
    }

    /// <summary>Sets a silo's clock wrong, or right again.</summary>
    public void SetClock(int silo, TimeSpan wrongBy) =>
        File.WriteAllText(ClockFile(silo), wrongBy.TotalSeconds.ToString(CultureInfo.InvariantCulture));

    public IEnumerable<Part> Parts => [Web, .. Silos, Redis];

    /// <summary>Completes when every part takes calls.</summary>
    public async Task AllStarted()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(10));
        await Task.WhenAll(Parts.Select(part => part.Started(patience.Token)));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var part in (Part[])[Web, .. Silos]) part.Dispose();
        try
        {
            await client.StopAsync(new CancellationToken(true));
        }
        catch (OperationCanceledException)
        {
            // Nobody is left to say goodbye to.
        }

        client.Dispose();
        Redis.Dispose();
        await Mail.DisposeAsync();
        await Database.DisposeAsync();
        Postgres.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private async Task Start()
    {
        await Mail.Become(MailMood.Takes);
        foreach (var part in Parts.Reverse()) part.Start();
        await AllStarted();
        await client.StartAsync();
    }

    private string ClockFile(int silo) => Path.Combine(folder, $"clock-{Text(silo)}");

    private static string Own => typeof(Platform).Assembly.Location;

    private static Part Child(string name, string program, string[] arguments, IReadOnlyDictionary<string, string> settings, Timeline timeline) =>
        new(name, "dotnet", [program, .. arguments], settings, timeline.Add);

    /// <summary>Waits are short, so that a run of minutes sees what takes hours: retries, windows and abandoned hand-overs.</summary>
    private static Dictionary<string, string> Quick(Dictionary<string, string> settings)
    {
        foreach (var (key, value) in ((string, string)[])[
            ("Mail__Interval", "00:00:01"), ("Mail__FirstRetry", "00:00:01"), ("Mail__LongestRetry", "00:00:05"), ("Mail__Timeout", "00:00:04"),
            ("Mail__Lease", "00:00:15"), ("Mail__PacePerDomain", "100000"), ("Deadlines__UndoWindow", "00:00:03"), ("Deadlines__Interval", "00:00:02"),
            ("Logging__LogLevel__Default", "Warning"), ("Logging__LogLevel__Microsoft.Hosting.Lifetime", "Information")])
            settings[key] = value;
        return settings;
    }

    private static Dictionary<string, string> Unlimited(Dictionary<string, string> settings)
    {
        foreach (var act in (string[])["Submission", "Author", "LostLink", "Report"])
            (settings[$"Limits__{act}__PerClient"], settings[$"Limits__{act}__InTotal"]) = ("0", "0");
        settings["Logging__LogLevel__Default"] = "Warning";
        settings["Logging__LogLevel__Microsoft.Hosting.Lifetime"] = "Information";
        return settings;
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

    private static StackConnections Connections(string database, string redis, int mail, int web) => new()
    {
        ClusterId = "faults", Database = database, Redis = redis, Blobs = "UseDevelopmentStorage=true", MailHost = "127.0.0.1", MailPort = mail,
        PublicAddress = new($"http://127.0.0.1:{Text(web)}"), Authority = new("http://127.0.0.1"), ClientSecret = "faults",
        VaultMasterKey = Convert.ToBase64String(new byte[32]),
    };

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
