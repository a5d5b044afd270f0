using SpPlus.Silo.Mail;
using Xunit;

namespace SpPlus.Tests.Mail;

/// <summary>What the server does not have is tried again, later and later.</summary>
public sealed class RetryTests
{
    [Theory]
    [InlineData(1, 30)]
    [InlineData(3, 120)]
    [InlineData(20, 3600)]
    public async Task A_server_that_says_later_is_asked_later_and_later(int attempt, int seconds)
    {
        await using var server = ScriptedMailServer.Start();
        await using var post = await Post.Open(server.Port);
        server.OnRecipient = _ => "451 4.7.1 <edith@exemple.fr> greylisted";
        var key = await post.Queue("edith");
        await post.Run("update mail.queue set attempts = $1", attempt - 1);

        await post.SendAll();

        var row = await post.Row(key);
        Assert.Equal((MailState.Queued, attempt, "451 4.7.1"), (row.State, row.Attempts, row.Outcome));
        Assert.InRange(row.Wait.TotalSeconds, seconds / 2.0 - 1, seconds + 1);
    }

    [Fact]
    public async Task What_is_never_taken_is_given_up_in_the_end()
    {
        await using var post = await Post.Open(ScriptedMailServer.ClosedPort());
        var key = await post.Queue("fanny");
        await post.Run("update mail.queue set queued_at = now() - interval '6 days'");

        await post.SendAll();

        Assert.Equal(new(MailState.Refused, 1, "given up: SocketException", TimeSpan.Zero), await post.Row(key));
    }

    [Fact]
    public async Task A_server_that_is_away_costs_one_mail_an_attempt_and_no_mail_its_chance()
    {
        await using var post = await Post.Open(ScriptedMailServer.ClosedPort());
        var keys = new[] { await post.Queue("gael"), await post.Queue("hugo"), await post.Queue("ines") };

        await post.SendAll();

        var rows = new List<Row>();
        foreach (var key in keys) rows.Add(await post.Row(key));
        Assert.All(rows, r => Assert.Equal(MailState.Queued, r.State));
        Assert.Equal([1, 0, 0], rows.Select(r => r.Attempts));

        await using var server = ScriptedMailServer.Start();
        await using var later = await post.Another(server.Port);
        await later.Run("update mail.queue set due_at = now()");
        await later.SendAll();
        Assert.Equal(3, server.Taken.Count);
    }

    [Fact]
    public async Task A_connection_cut_before_DATA_is_tried_again()
    {
        await using var server = ScriptedMailServer.Start();
        await using var post = await Post.Open(server.Port);
        server.OnRecipient = _ => null;
        var key = await post.Queue("karim");

        await post.SendAll();

        Assert.Equal(MailState.Queued, (await post.Row(key)).State);
    }

    [Fact]
    public async Task A_sender_that_dies_before_handing_over_only_delays_the_mail()
    {
        await using var server = ScriptedMailServer.Start();
        await using var post = await Post.Open(server.Port);
        var key = await post.Queue("quentin");
        // What a claim leaves behind.
        await post.Run("update mail.queue set attempts = 1, due_at = now() - interval '1 second'");

        await post.SendAll();

        Assert.Equal((MailState.Accepted, 2), ((await post.Row(key)).State, (await post.Row(key)).Attempts));
    }
}
