using SpPlus.Standalone.Check;
using SpPlus.Standalone.Contract;
using SpPlus.Standalone.Folders;
using SpPlus.Standalone.Parts;
using SpPlus.Standalone.Processes;
using Xunit;

namespace SpPlus.Tests.Stack;

/// <summary>Real processes, real PostgreSQL, and nothing in their environment but the contract.</summary>
public sealed class ContractProcessTests : IAsyncLifetime
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);
    private readonly CancellationTokenSource limit = new(Limit);
    private readonly StackFolder folder = StackFolder.Open(Directory.CreateTempSubdirectory("spplus-contract-").FullName);
    private readonly StackSecrets secrets = new();
    private readonly Children children;
    private readonly SiloPlace place;
    private readonly Uri web;
    private readonly Uri authority;
    private readonly int databasePort;
    private readonly int redisPort;
    private Redis? redis;
    private StackConnections connections = ContractSample.Connections;

    public ContractProcessTests()
    {
        using var ports = new Ports();
        children = new(folder.Logs);
        place = new(1, ports.FindAny(), ports.FindAny(), ports.FindAny());
        web = new($"http://127.0.0.1:{ports.FindAny()}");
        databasePort = ports.FindAny();
        redisPort = ports.FindAny();
        authority = new($"http://127.0.0.1:{ports.FindAny()}");
    }

    public async Task InitializeAsync()
    {
        // Temporary folders are private: as root, PostgreSQL runs as somebody else.
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(folder.Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
        }

        var database = await PostgreSql.StartAsync(children, folder, secrets.DatabasePassword, databasePort, fresh: false, limit.Token);
        redis = await Redis.StartAsync(children, folder, redisServer: null, redisPort, limit.Token);
        connections = ContractSample.Connections with
        {
            Database = database.ConnectionString,
            Redis = $"127.0.0.1:{redisPort}",
            PublicAddress = web,
            Authority = authority,
            AccountsFile = Path.Combine(Checkout.Root, "dev", "SpPlus.DevIdentity", "personas.json"),
            Otlp = null,
        };
    }

    [Fact]
    public async Task A_silo_starts_with_nothing_but_the_contract_and_stops_when_told()
    {
        var silo = await DotNetProcesses.StartSiloAsync(children, connections, place, limit.Token);

        await silo.DisposeAsync();

        Assert.Equal(0, await silo.Exited);
    }

    [Fact]
    public async Task The_web_starts_with_nothing_but_the_contract_and_signs_a_persona_in()
    {
        var silo = DotNetProcesses.StartSiloAsync(children, connections, place, limit.Token);
        var identity = DotNetProcesses.StartIdentityAsync(children, connections, [web], limit.Token);
        await Task.WhenAll(silo, identity);

        await DotNetProcesses.StartWebAsync(children, connections, web, [place], limit.Token);
        using var agent = await PersonaSession.SignInAsync(web, "dev-caf-agent", limit.Token);

        await agent.OpenAsync("/agents", limit.Token);
        Assert.True(agent.Says("Camille D."));
        Assert.Equal(authority.Port, (await WhoeverClaimsToBe("nobody-of-the-list")).Port);
    }

    /// <returns>Where the provider leaves them.</returns>
    private async Task<Uri> WhoeverClaimsToBe(string persona)
    {
        using var stranger = new Browser(web);
        await stranger.OpenAsync("/connexion", limit.Token);
        await stranger.OpenAsync($"{stranger.Address}&persona={persona}", limit.Token);
        return stranger.Address;
    }

    public async Task DisposeAsync()
    {
        await children.DisposeAsync();
        redis?.Dispose();
        folder.Dispose();
        limit.Dispose();
        Directory.Delete(folder.Path, recursive: true);
    }
}
