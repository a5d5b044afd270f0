using Microsoft.Extensions.Time.Testing;
using SpPlus.Web.Overload;
using Xunit;

namespace SpPlus.Tests.Web.Overload;

public sealed class LaneTests : IAsyncLifetime
{
    private readonly FakeTimeProvider clock = new();
    private readonly Lane lane;

    public LaneTests() => lane = new(new() { AtOnce = 1, Waiting = 2, Patience = TimeSpan.FromSeconds(5), PatienceUnderLoad = TimeSpan.FromSeconds(0.5) }, clock);

    [Fact]
    public async Task A_pause_in_which_nobody_gets_on_is_waited_for()
    {
        using var first = await lane.Enter(default);
        var second = lane.Enter(default).AsTask();
        clock.Advance(TimeSpan.FromSeconds(4.9));
        Assert.False(second.IsCompleted);
        first!.Dispose();
        using var turn = await second;
        Assert.NotNull(turn);
    }

    [Fact]
    public async Task Nobody_waits_longer_than_it_is_worth()
    {
        using var first = await lane.Enter(default);
        var second = lane.Enter(default).AsTask();
        clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Null(await second);
    }

    [Fact]
    public async Task Who_comes_when_others_have_waited_for_long_is_soon_told()
    {
        using var first = await lane.Enter(default);
        clock.Advance(TimeSpan.FromSeconds(5));
        var second = lane.Enter(default).AsTask();
        clock.Advance(TimeSpan.FromSeconds(0.4));
        Assert.False(second.IsCompleted);
        clock.Advance(TimeSpan.FromSeconds(0.1));
        Assert.Null(await second);

        first!.Dispose();
        using var third = await lane.Enter(default);
        var fourth = lane.Enter(default).AsTask();
        clock.Advance(TimeSpan.FromSeconds(4));
        Assert.False(fourth.IsCompleted);
        third!.Dispose();
        (await fourth)!.Dispose();
    }

    [Fact]
    public async Task The_newest_is_served_first_and_the_oldest_gives_way()
    {
        using var first = await lane.Enter(default);
        Task<System.Threading.RateLimiting.RateLimitLease?> oldest = lane.Enter(default).AsTask(), second = lane.Enter(default).AsTask(), newest = lane.Enter(default).AsTask();
        Assert.Null(await oldest);
        first!.Dispose();
        using var turn = await newest;
        Assert.NotNull(turn);
        Assert.False(second.IsCompleted);
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await lane.DisposeAsync();
}
