using System.Globalization;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using SpPlus.Silo.Mail;
using SpPlus.Silo.Mail.Pace;
using SpPlus.Tests.Infrastructure;
using Xunit;

namespace SpPlus.Tests.Mail.Pace;

public sealed class ServerAwayTests
{
    [Fact]
    public async Task A_dead_server_is_left_alone_until_it_answers_and_then_gets_everything_once()
    {
        var port = ScriptedMailServer.ClosedPort();
        await using var post = await Post.Open(port, ("Mail:BreakAfter", "3"));
        for (var i = 0; i < 20; i++) await post.Queue(string.Create(CultureInfo.InvariantCulture, $"usager{i}"));

        for (var i = 0; i < 10; i++) Assert.False(await post.SendDue());

        Assert.Equal(3L, await Claims(post));
        Assert.Equal(HealthStatus.Degraded, (await Health(post)).Status);
        post.Clock.Advance(TimeSpan.FromSeconds(5));
        for (var i = 0; i < 10; i++) Assert.False(await post.SendDue());
        Assert.Equal(3L, await Claims(post));

        await using var server = ScriptedMailServer.Start(port);
        Assert.False(await post.SendDue());
        post.Clock.Advance(TimeSpan.FromMinutes(1));
        await post.Run("update mail.queue set due_at = now()");
        await post.SendAll();

        Assert.Equal(20, server.Taken.Select(m => m.MessageId).Distinct().Count());
        Assert.Equal(20, server.Taken.Count);
        Assert.Equal(HealthStatus.Healthy, (await Health(post)).Status);
    }

    [Fact]
    public async Task A_server_that_drops_every_mail_after_DATA_costs_a_few_held_mails_and_not_the_queue()
    {
        await using var server = ScriptedMailServer.Start();
        await using var post = await Post.Open(server.Port, ("Mail:BreakAfter", "2"));
        server.OnContent = _ => Task.FromResult<string?>(null);
        for (var i = 0; i < 20; i++) await post.Queue(string.Create(CultureInfo.InvariantCulture, $"usager{i}"));

        for (var i = 0; i < 10; i++) await post.SendDue();
        Assert.Equal(2L, await Held(post));

        // It greets again, and is tried with one mail alone.
        post.Clock.Advance(TimeSpan.FromSeconds(5));
        for (var i = 0; i < 10; i++) await post.SendDue();
        Assert.Equal(3L, await Held(post));

        server.OnContent = _ => Task.FromResult<string?>("250 2.0.0 taken");
        post.Clock.Advance(TimeSpan.FromMinutes(1));
        await post.SendAll();
        Assert.Equal(17, server.Taken.Count);
        Assert.Equal(3L, await Held(post));
    }

    [Fact]
    public async Task A_silo_opens_no_more_connections_than_it_is_given()
    {
        await using var server = ScriptedMailServer.Start();
        await using var post = await Post.Open(server.Port, ("Mail:Connections", "3"), ("Mail:BatchSize", "10"));
        for (var i = 0; i < 30; i++) await post.Queue(string.Create(CultureInfo.InvariantCulture, $"usager{i}"));
        var (open, most) = (0, 0);
        var all = new TaskCompletionSource();
        server.OnContent = async _ =>
        {
            var now = Interlocked.Increment(ref open);
            InterlockedMax(ref most, now);
            if (now == 3) all.TrySetResult();
            await all.Task;
            Interlocked.Decrement(ref open);
            return "250 ok";
        };

        await post.SendAll();

        Assert.Equal(3, most);
        Assert.Equal(30, server.Taken.Select(m => m.MessageId).Distinct().Count());
        Assert.InRange(server.Connections, 3, 6);
    }

    private static void InterlockedMax(ref int most, int value)
    {
        for (var seen = Volatile.Read(ref most); value > seen; seen = Volatile.Read(ref most)) Interlocked.CompareExchange(ref most, value, seen);
    }

    private static Task<long> Claims(Post post) => post.Database.Scalar<long>("select sum(attempts) from mail.queue");

    private static Task<long> Held(Post post) => post.Database.Scalar<long>($"select count(*) from mail.queue where state = '{MailState.Unknown}'");

    private static Task<HealthCheckResult> Health(Post post) => new MailHealth(post.Service<MailBreaker>()).CheckHealthAsync(new());
}
