using SpPlus.Silo.Mail;
using Xunit;

namespace SpPlus.Tests.Mail;

/// <summary>STEP-2: what the server may have is held.</summary>
public sealed class HeldMailTests
{
    [Fact]
    public async Task A_connection_cut_after_DATA_is_held_and_spares_the_rest_of_the_queue()
    {
        await using var server = ScriptedMailServer.Start();
        await using var post = await Post.Open(server.Port);
        server.OnContent = _ => Task.FromResult<string?>(null);
        var (cut, next) = (await post.Queue("lea"), await post.Queue("malik"));

        Assert.False(await post.SendDue());

        Assert.Equal((MailState.Unknown, "SmtpProtocolException"), ((await post.Row(cut)).State, (await post.Row(cut)).Outcome));
        Assert.Equal((MailState.Queued, 0), ((await post.Row(next)).State, (await post.Row(next)).Attempts));

        server.OnContent = _ => Task.FromResult<string?>("250 ok");
        await post.Run("update mail.queue set due_at = now()");
        await post.SendAll();
        Assert.Equal("malik@exemple.fr", Assert.Single(server.Taken).To.Mailboxes.Single().Address);
        Assert.Equal(MailState.Unknown, (await post.Row(cut)).State);
    }

    [Fact]
    public async Task A_server_that_never_answers_the_text_is_held_after_the_timeout()
    {
        await using var server = ScriptedMailServer.Start();
        await using var post = await Post.Open(server.Port, ("Mail:Timeout", "00:00:00.500"));
        var silence = new TaskCompletionSource<string?>();
        server.OnContent = _ => silence.Task;
        var key = await post.Queue("nadia");

        await post.SendAll();

        Assert.Equal(MailState.Unknown, (await post.Row(key)).State);
        silence.SetResult(null);
    }

    [Fact]
    public async Task What_a_dead_sender_was_handing_over_is_held_once_its_lease_is_over()
    {
        await using var server = ScriptedMailServer.Start();
        await using var post = await Post.Open(server.Port);
        var (dead, alive) = (await post.Queue("omar"), await post.Queue("paula"));
        await post.Run("update mail.queue set state = 'handing-over', changed_at = now() - interval '11 minutes' where experience = $1", dead.About);
        await post.Run("update mail.queue set state = 'handing-over', changed_at = now() - interval '9 minutes' where experience = $1", alive.About);

        await post.SendAll();

        Assert.Equal((MailState.Unknown, "sender died"), ((await post.Row(dead)).State, (await post.Row(dead)).Outcome));
        Assert.Equal(MailState.HandingOver, (await post.Row(alive)).State);
        Assert.Empty(server.Taken);
    }
}
