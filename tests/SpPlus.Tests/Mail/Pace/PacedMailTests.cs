using SpPlus.Silo.Mail;
using SpPlus.Tests.Infrastructure;
using Xunit;

namespace SpPlus.Tests.Mail.Pace;

public sealed class PacedMailTests
{
    [Fact]
    public async Task A_mail_over_its_domains_pace_waits_for_its_turn_and_loses_no_try()
    {
        await using var server = ScriptedMailServer.Start();
        // Four a minute for what authors wait for: one at once, the next in a quarter of a minute each, five seconds early.
        await using var post = await Post.Open(server.Port, ("Mail:PacePerDomain", "8"));
        var (first, second, third, elsewhere) =
            (await post.Queue("anatole"), await post.Queue("berthe"), await post.Queue("cyrille"), await post.Queue("daphne", domain: "exemple.org"));

        await post.SendAll();

        Assert.Equal(["anatole@exemple.fr", "daphne@exemple.org"], server.Taken.Select(m => m.To.Mailboxes.Single().Address));
        foreach (var (key, seconds) in ((MailKey, int)[])[(second, 10), (third, 25)])
        {
            Assert.Equal(MailState.Queued, (await post.Row(key)).State);
            Assert.Null((await post.Row(key)).Outcome);
            Assert.InRange(await post.Database.Scalar<double>($"select extract(epoch from due_at - now())::float8 from mail.queue where experience = '{key.About}'"), seconds - 5, seconds);
            Assert.Equal(0, await post.Database.Scalar<int>($"select attempts - uncounted from mail.queue where experience = '{key.About}'"));
        }

        // Their turns come: they are asked nothing more, though the pace is used up by now.
        await post.Run("update mail.queue set due_at = now() where state = 'queued'");
        await post.SendAll();
        Assert.Equal(4, server.Taken.Count);
        Assert.Equal((MailState.Accepted, MailState.Accepted), ((await post.Row(second)).State, (await post.Row(elsewhere)).State));
        Assert.Equal(MailState.Accepted, (await post.Row(first)).State);
    }

    [Fact]
    public async Task A_turn_that_was_missed_by_an_hour_is_asked_for_again()
    {
        await using var server = ScriptedMailServer.Start();
        await using var post = await Post.Open(server.Port, ("Mail:PacePerDomain", "8"));
        for (var i = 0; i < 6; i++) await post.Queue($"usager{i}");
        await post.SendAll();
        Assert.Single(server.Taken);
        await post.Run("update mail.queue set due_at = now() - interval '1 hour' where state = 'queued'");
        post.Clock.Advance(TimeSpan.FromHours(1));

        await post.SendAll();

        Assert.Equal(2, server.Taken.Count);
    }

    [Fact]
    public async Task An_operator_cancels_a_mail_that_waits_for_its_turn()
    {
        await using var server = ScriptedMailServer.Start();
        await using var post = await Post.Open(server.Port, ("Mail:PacePerDomain", "8"));
        var (_, second) = (await post.Queue("anatole"), await post.Queue("berthe"));
        await post.SendAll();

        Assert.Equal(1, await Operators.MailOrderTests.Orders(post).CarryOut(
            new() { OperationId = Guid.NewGuid(), Decision = Contracts.Mails.MailDecision.Cancel, Mail = await post.Number(second) }, new("dev-1", "Solène R.")));
        await post.Run("update mail.queue set due_at = now()");
        await post.SendAll();

        Assert.Single(server.Taken);
    }
}
