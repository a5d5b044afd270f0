using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using SpPlus.Web.Limits;
using SpPlus.Web.Texts;
using StackExchange.Redis;
using Xunit;

namespace SpPlus.Tests.Limits;

/// <summary>SUBMIT-5: replicas count together; without Redis each allows a part.</summary>
public sealed class RateLimitsTests : IAsyncDisposable
{
    private const LimitedAct Act = LimitedAct.Submission;
    private readonly RedisUnderTest redis = new();
    private readonly FakeTimeProvider time = new();

    public ValueTask DisposeAsync() => redis.DisposeAsync();

    [Fact]
    public async Task Two_replicas_share_what_one_client_may_do()
    {
        var (one, two) = (await Replica(perClient: 4), await Replica(perClient: 4));
        foreach (var replica in new[] { one, two, one, two }) Assert.True(await Allows(replica));

        Assert.False(await Allows(one));
        Assert.False(await Allows(two));
        Assert.True(await Allows(two, "198.51.100.8"));
        Assert.True(await Allows(one, act: LimitedAct.Report));
    }

    [Fact]
    public async Task One_over_its_limit_takes_nothing_from_the_others_and_all_together_have_one()
    {
        var (one, two) = (await Replica(perClient: 2, inTotal: 4), await Replica(perClient: 2, inTotal: 4));
        for (var times = 0; times < 20; times++) await Allows(one);

        Assert.True(await Allows(two, "198.51.100.8"));
        Assert.True(await Allows(two, "198.51.100.9"));
        Assert.False(await Allows(two, "198.51.100.10"));
        Assert.False(await Allows(one, "198.51.100.11"));
    }

    [Fact]
    public async Task Many_at_once_are_not_allowed_more()
    {
        var replicas = new[] { await Replica(perClient: 10), await Replica(perClient: 10) };
        var allowed = await Task.WhenAll(Enumerable.Range(0, 60).Select(i => Allows(replicas[i % 2])));
        Assert.Equal(10, allowed.Count(a => a));
    }

    [Fact]
    public async Task Who_is_refused_reads_when_to_try_again()
    {
        var one = await Replica(perClient: 1, window: TimeSpan.FromMinutes(2));
        await Allows(one);
        var (sentence, after) = await Ask(one);

        Assert.Equal("Beaucoup de récits arrivent en ce moment. Le vôtre est gardé ici : réessayez dans 2 minutes.", sentence);
        Assert.InRange(int.Parse(after, CultureInfo.InvariantCulture), 110, 120);
        var soon = await Replica(perClient: 1, window: TimeSpan.FromSeconds(30));
        await Allows(soon, act: LimitedAct.Report);
        Assert.Contains("dans une minute", (await Ask(soon, act: LimitedAct.Report)).Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_address_is_stored_and_every_count_ends_with_its_window()
    {
        var one = await Replica(perClient: 4, inTotal: 9);
        await Allows(one, "198.51.100.7");
        await Allows(one, "2001:db8:1:2:3:4:5:6");
        var (keys, database) = (await redis.Keys(), (await redis.Connection()).GetDatabase());

        Assert.Equal(3, keys.Length);
        foreach (var trace in new[] { "198.51", "2001", Convert.ToHexStringLower(IPAddress.Parse("198.51.100.7").GetAddressBytes()) })
            Assert.DoesNotContain(keys, k => k.Contains(trace, StringComparison.OrdinalIgnoreCase));
        foreach (var key in keys) Assert.InRange((await database.KeyTimeToLiveAsync(key))!.Value, TimeSpan.FromMinutes(9), TimeSpan.FromMinutes(10));
    }

    [Fact]
    public async Task A_subscribers_whole_network_is_one_client_and_an_address_is_one_however_it_is_written()
    {
        var one = await Replica(perClient: 1);
        Assert.True(await Allows(one, "2001:db8:1:2:3:4:5:6"));
        Assert.False(await Allows(one, "2001:db8:1:2:ffff::1"));
        Assert.True(await Allows(one, "2001:db8:1:3::1"));
        Assert.True(await Allows(one, "198.51.100.7"));
        Assert.False(await Allows(one, "::ffff:198.51.100.7"));
    }

    [Fact]
    public async Task Without_Redis_each_replica_allows_a_part_and_says_when_to_try_again()
    {
        var (one, two) = (await Replica(perClient: 8), await Replica(perClient: 8));
        Assert.True(await Allows(one));
        await redis.Stop();

        foreach (var allowed in new[] { true, true, false, false }) Assert.Equal(allowed, await Allows(one));
        foreach (var allowed in new[] { true, true, false }) Assert.Equal(allowed, await Allows(two));
        Assert.True(await Allows(two, "198.51.100.8"));
        Assert.Contains("10 minutes", (await Ask(two)).Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_Redis_is_back_it_counts_again_for_all()
    {
        var connection = await redis.Connection();
        var one = Replica(connection, perClient: 8);
        await redis.Stop();
        while (await Allows(one)) { }

        var back = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        connection.ConnectionRestored += (_, _) =>
        {
            if (connection.IsConnected) back.TrySetResult();
        };
        redis.Start();
        await back.Task.WaitAsync(TimeSpan.FromMinutes(1));
        Assert.False(await Allows(one));
        time.Advance(TimeSpan.FromSeconds(6));
        Assert.True(await Allows(one));
    }

    [Fact]
    public async Task A_limit_of_zero_asks_nobody()
    {
        var one = await Replica(perClient: 0);
        await redis.Stop();
        for (var times = 0; times < 50; times++) Assert.True(await Allows(one));
    }

    private async Task<RateLimits> Replica(int perClient, int inTotal = 0, TimeSpan? window = null) => Replica(await redis.Connection(), perClient, inTotal, window);

    private RateLimits Replica(IConnectionMultiplexer connection, int perClient, int inTotal = 0, TimeSpan? window = null)
    {
        LimitOptions Limit() => new() { PerClient = perClient, InTotal = inTotal, Window = window ?? TimeSpan.FromMinutes(10) };
        var options = Options.Create(new LimitsOptions { Submission = Limit(), Report = Limit(), PartAlone = 4 });
        var marks = new ClientMark(new ConfigurationBuilder().AddInMemoryCollection([new("Identity:ClientSecret", "shared")]).Build());
        var texts = new ServiceCollection().AddLogging().AddLocalization().BuildServiceProvider().GetRequiredService<IStringLocalizer<Shared>>();
        return new(new(connection, options, time), new(options), marks, options, time, texts, NullLogger<RateLimits>.Instance);
    }

    private static async Task<bool> Allows(RateLimits limits, string address = "198.51.100.7", LimitedAct act = Act) => (await Ask(limits, address, act)).Sentence is null;

    private static async Task<(string? Sentence, string After)> Ask(RateLimits limits, string address = "198.51.100.7", LimitedAct act = Act)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("fr");
        var context = new DefaultHttpContext { Connection = { RemoteIpAddress = IPAddress.Parse(address) } };
        return (await limits.Refusal(act, context), context.Response.Headers.RetryAfter.ToString());
    }
}
