using Garnet;
using SpPlus.Standalone.Check;
using SpPlus.Standalone.Contract;
using SpPlus.Standalone.Parts;
using SpPlus.Standalone.Processes;
using SpPlus.Tests.Infrastructure;
using Xunit;

namespace SpPlus.Tests.Faults;

/// <summary>Processes that start before what they need wait for it, alive and not ready, and then work.</summary>
[Collection(RunsAlone.Name)]
public sealed class StartOrderTests : IAsyncLifetime
{
    // Nothing here takes longer than seconds on an idle machine: it only ends a run that hangs.
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);
    // Twice the web's patience with a grain, and what a busy machine adds.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(45);
    private readonly SiloPlace place = new(1, Ports.Free(), Ports.Free(), Ports.Free());
    private readonly Uri webAddress = new($"http://127.0.0.1:{Ports.Free()}");
    private readonly int redisPort = Ports.Free();
    private readonly HttpClient http = new();
    private PostgresServer postgres = null!;
    private StackConnections stack = null!;
    private GarnetServer? redis;
    private PlatformProcess? silo;
    private PlatformProcess? web;

    public async Task InitializeAsync()
    {
        postgres = await PostgresServer.OfItsOwn();
        stack = TwoSilos.Connections(await postgres.NewDatabase(), $"127.0.0.1:{redisPort}") with { PublicAddress = webAddress };
        postgres.Stop();
    }

    public Task DisposeAsync()
    {
        web?.Dispose();
        silo?.Dispose();
        redis?.Dispose();
        postgres.Dispose();
        http.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task The_web_then_the_silo_then_Redis_then_PostgreSQL()
    {
        StartWeb();
        await Waits(webAddress);
        StartSilo();
        await Waits(place.Address);
        StartRedis();
        await postgres.StartAgain();
        await Works();
        await PostgreSqlGoesAndComes();
        await RedisGoes();
    }

    [Fact]
    public async Task The_silo_then_PostgreSQL_then_the_web_then_Redis()
    {
        StartSilo();
        await Waits(place.Address);
        await postgres.StartAgain();
        StartWeb();
        await Waits(webAddress);
        await Waits(place.Address);
        StartRedis();
        await Works();
    }

    private async Task PostgreSqlGoesAndComes()
    {
        postgres.Stop();
        await Eventually(async () => await Health(webAddress) == (200, "Degraded"));
        await Eventually(async () => await Health(place.Address) == (503, "Unhealthy"));
        foreach (var address in (Uri[])[webAddress, place.Address]) Assert.Equal(200, await Status(address, "/alive"));
        await postgres.StartAgain();
        foreach (var address in (Uri[])[webAddress, place.Address]) await Eventually(async () => await Health(address) == (200, "Healthy"));
        // Neither refuses nor answers: health says so as soon, and people are told before they leave.
        using var author = await AtTheLastStep();
        postgres.Freeze();
        try
        {
            var told = author.PressAsync("button[value=envoyer]", CancellationToken.None);
            await Eventually(async () => await Health(webAddress) == (200, "Degraded"));
            await Eventually(async () => await Health(place.Address) == (503, "Unhealthy"));
            var refusal = await Assert.ThrowsAsync<CheckException>(() => told.WaitAsync(Patience));
            Assert.Contains(" answered 503", refusal.Message, StringComparison.Ordinal);
            Assert.Contains(("titre", "Deux fois la même démarche"), await author.FieldsAsync("form[action='/partager']"));
        }
        finally
        {
            postgres.Thaw();
        }

        foreach (var address in (Uri[])[webAddress, place.Address]) await Eventually(async () => await Health(address) == (200, "Healthy"));
    }

    private async Task RedisGoes()
    {
        redis!.Dispose();
        redis = null;
        foreach (var address in (Uri[])[webAddress, place.Address]) await Eventually(async () => await Health(address) == (200, "Degraded"));
        await Shares();
    }

    private void StartSilo() => silo = new(PlatformProcess.Contract(stack, place));

    private void StartWeb() => web = new(PlatformProcess.Contract(stack, webAddress), "SpPlus.Web");

    private void StartRedis()
    {
        redis = Redis.Garnet(redisPort);
        redis.Start();
    }

    /// <summary>It answers that it is alive and not ready, and has not ended.</summary>
    private async Task Waits(Uri address)
    {
        await Eventually(async () => await Status(address, "/alive") == 200);
        // Between the listener of its start and its own nobody answers for a moment.
        await Eventually(async () => await Status(address, "/health") == 503);
    }

    private async Task Works()
    {
        await Task.WhenAll(silo!.Started, web!.Started).WaitAsync(Limit);
        foreach (var address in (Uri[])[webAddress, place.Address]) await Eventually(async () => await Health(address) == (200, "Healthy"));
        await Shares();
    }

    private async Task Shares()
    {
        using var author = await AtTheLastStep();
        await author.PressAsync("button[value=envoyer]", CancellationToken.None);
        Assert.StartsWith("/suivi/", author.Address.AbsolutePath, StringComparison.Ordinal);
    }

    private async Task<Browser> AtTheLastStep()
    {
        var author = new Browser(webAddress);
        await author.OpenAsync("/partager?service=caf-gironde", CancellationToken.None);
        await author.PressAsync("button[value=suite]", CancellationToken.None);
        foreach (var (name, value) in ((string, string)[])[("titre", "Deux fois la même démarche"), ("recit", "J’ai signalé ma nouvelle adresse deux fois, et rien n’est venu."), ("jour", "24"), ("mois", "9"), ("annee", "2020"), ("departement", "33")])
            author.Fill(name, value);
        await author.PressAsync("button[value=suite]", CancellationToken.None);
        author.Fill("ressenti", "Neutral");
        await author.PressAsync("button[value=suite]", CancellationToken.None);
        return author;
    }

    private async Task<int> Status(Uri address, string path)
    {
        try
        {
            using var answer = await http.GetAsync(new Uri(address, path));
            return (int)answer.StatusCode;
        }
        catch (HttpRequestException)
        {
            return 0;
        }
    }

    private async Task<(int, string)> Health(Uri address)
    {
        using var answer = await http.GetAsync(new Uri(address, "/health"));
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    private static async Task Eventually(Func<Task<bool>> holds)
    {
        using var limit = new CancellationTokenSource(Limit);
        while (!await holds())
        {
            limit.Token.ThrowIfCancellationRequested();
            await Task.Delay(100, CancellationToken.None);
        }
    }
}
