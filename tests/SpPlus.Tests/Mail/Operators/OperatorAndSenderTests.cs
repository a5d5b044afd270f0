using SpPlus.Contracts.Mails;
using SpPlus.Silo.Mail;
using SpPlus.Silo.Mail.Operators;
using SpPlus.Tests.Infrastructure;
using Xunit;
using static SpPlus.Tests.Mail.Operators.MailOrderTests;

namespace SpPlus.Tests.Mail.Operators;

/// <summary>STEP-2: an operator and a sender at the same mail. One is first, and the other does not undo it.</summary>
public sealed class OperatorAndSenderTests
{
    private static readonly Operator Solene = new("dev-1", "Solène R.");

    [Fact]
    public async Task A_mail_cancelled_between_claim_and_hand_over_is_not_sent()
    {
        await using var server = ScriptedMailServer.Start();
        await using var post = await Post.Open(server.Port);
        var key = await post.Queue("agathe");
        post.OnOpening = async () => Assert.Equal(1, await Orders(post).CarryOut(Cancel(await post.Number(key)), Solene));

        await post.SendAll();

        Assert.Equal((MailState.Cancelled, "operator"), ((await post.Row(key)).State, (await post.Row(key)).Outcome));
        Assert.Empty(server.Taken);
    }

    [Fact]
    public async Task A_mail_that_is_being_handed_over_is_too_late_to_decide_about()
    {
        await using var server = ScriptedMailServer.Start();
        await using var post = await Post.Open(server.Port);
        var key = await post.Queue("benoit");
        var changed = new List<int>();
        server.OnContent = async _ =>
        {
            var mail = await Item(post, key);
            Assert.Equal(MailStanding.HandingOver, mail.Standing);
            changed.Add(await Orders(post).CarryOut(Cancel(mail.Number), Solene));
            foreach (var decision in Enum.GetValues<MailDecision>()) changed.Add(await Orders(post).CarryOut(Order(decision, mail) with { EvenAccepted = true }, Solene));
            return "250 ok";
        };

        await post.SendAll();

        Assert.Equal([0, 0, 0, 0], changed);
        Assert.Equal(MailState.Accepted, (await post.Row(key)).State);
        Assert.Equal(0L, await post.Database.Scalar<long>("select count(*) from mail.operations"));
    }

    [Fact]
    public async Task A_late_sender_that_knows_the_mail_was_taken_keeps_it_from_being_sent_again()
    {
        await using var server = ScriptedMailServer.Start();
        await using var post = await Post.Open(server.Port);
        var key = await post.Queue("clement");
        server.OnContent = _ => DecidedMeanwhile(post, key, MailDecision.SendAgain, "250 2.0.0 taken");

        await post.SendAll();

        Assert.Equal((MailState.Accepted, "250 2.0.0"), ((await post.Row(key)).State, (await post.Row(key)).Outcome));
        Assert.Single(server.Taken);
    }

    [Fact]
    public async Task A_late_sender_that_would_try_again_does_not_delay_what_an_operator_sends_again()
    {
        await using var server = ScriptedMailServer.Start();
        await using var post = await Post.Open(server.Port);
        var key = await post.Queue("diane");
        server.OnContent = _ =>
        {
            server.OnContent = _ => Task.FromResult<string?>("250 2.0.0 taken");
            return DecidedMeanwhile(post, key, MailDecision.SendAgain, "451 4.3.0 later");
        };

        await post.SendAll();

        Assert.Contains("decided otherwise", post.Log, StringComparison.Ordinal);
        Assert.Equal((MailState.Accepted, 2), ((await post.Row(key)).State, (await post.Row(key)).Attempts));
    }

    [Theory]
    [InlineData("250 2.0.0 taken")]
    [InlineData("451 4.3.0 later")]
    [InlineData("554 5.7.1 denied")]
    [InlineData(null)]
    public async Task A_late_sender_does_not_undo_what_an_operator_found_out(string? answer)
    {
        await using var server = ScriptedMailServer.Start();
        await using var post = await Post.Open(server.Port);
        var key = await post.Queue("edgar");
        server.OnContent = _ => DecidedMeanwhile(post, key, MailDecision.WasAccepted, answer);

        await post.SendAll();

        Assert.Equal((MailState.Accepted, "operator"), ((await post.Row(key)).State, (await post.Row(key)).Outcome));
        Assert.Contains("decided otherwise", post.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_late_sender_changes_nothing_about_a_later_hand_over()
    {
        await using var server = ScriptedMailServer.Start();
        await using var post = await Post.Open(server.Port);
        await using var another = await post.Another(server.Port);
        var key = await post.Queue("fantine");
        var first = true;
        server.OnContent = async _ =>
        {
            if (!first) return null;
            first = false;
            await DecidedMeanwhile(post, key, MailDecision.SendAgain, null);
            // Cut: held again, and nobody knows.
            await another.SendDue();
            return "250 2.0.0 taken";
        };

        await post.SendDue();

        Assert.Equal((MailState.Unknown, 2), ((await post.Row(key)).State, (await post.Row(key)).Attempts));
        Assert.Contains("decided otherwise", post.Log, StringComparison.Ordinal);
    }

    private static MailOrder Cancel(long mail) => new() { OperationId = Guid.NewGuid(), Decision = MailDecision.Cancel, Mail = mail };

    /// <summary>The sender is thought dead while the server reads the mail, and an operator decides.</summary>
    private static async Task<string?> DecidedMeanwhile(Post post, MailKey key, MailDecision decision, string? answer)
    {
        await post.Run("update mail.queue set changed_at = now() - interval '11 minutes' where state = 'handing-over'");
        Assert.Equal(1, await post.Service<MailOutbox>().HoldAbandoned(CancellationToken.None));
        Assert.Equal(1, await Orders(post).CarryOut(Order(decision, await Item(post, key)), Solene));
        return answer;
    }
}
