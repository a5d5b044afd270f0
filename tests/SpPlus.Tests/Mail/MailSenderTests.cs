using System.Globalization;
using SpPlus.Silo.Experiences.Facts;
using SpPlus.Silo.Mail;
using Xunit;

namespace SpPlus.Tests.Mail;

public sealed class MailSenderTests
{
    [Fact]
    public async Task A_mail_is_marked_before_the_server_hears_of_it_and_sent_once()
    {
        await using var server = ScriptedMailServer.Start();
        await using var post = await Post.Open(server.Port);
        var key = await post.Queue("aline");
        Row? whenNamed = null;
        server.OnSender = _ =>
        {
            whenNamed = post.Row(key).GetAwaiter().GetResult();
            return "250 ok";
        };

        await post.SendAll();
        await post.SendAll();

        Assert.Equal(MailState.HandingOver, whenNamed!.State);
        Assert.Equal((MailState.Accepted, 1), ((await post.Row(key)).State, (await post.Row(key)).Attempts));
        var mail = Assert.Single(server.Taken);
        Assert.Equal("aline@exemple.fr", mail.To.Mailboxes.Single().Address);
        Assert.Equal(key.MessageId("spplus.exemple"), mail.MessageId);
        Assert.Equal("Plateforme", mail.From.Mailboxes.Single().Name);
    }

    [Fact]
    public async Task An_address_that_the_server_refuses_for_good_is_not_tried_again()
    {
        await using var server = ScriptedMailServer.Start();
        await using var post = await Post.Open(server.Port);
        server.OnRecipient = line => line.Contains("bruno", StringComparison.Ordinal) ? "550 5.1.1 <bruno@exemple.fr> unknown" : "250 ok";
        var (refused, other) = (await post.Queue("bruno"), await post.Queue("chloe"));

        await post.SendAll();

        Assert.Equal(new(MailState.Refused, 1, "550 5.1.1", TimeSpan.Zero), await post.Row(refused));
        Assert.Equal(MailState.Accepted, (await post.Row(other)).State);
        Assert.Equal(1, server.Connections);
    }

    [Theory]
    [InlineData("554 5.7.1 denied", MailState.Refused)]
    [InlineData("451-4.3.0 busy\r\n451 4.3.0 later", MailState.Queued)]
    public async Task An_answer_to_the_whole_text_is_an_answer(string answer, string state)
    {
        await using var server = ScriptedMailServer.Start();
        await using var post = await Post.Open(server.Port);
        server.OnContent = _ => Task.FromResult<string?>(answer);
        var key = await post.Queue("denis");

        await post.SendAll();

        var row = await post.Row(key);
        Assert.Equal((state, answer.Split("\r\n")[^1][..9]), (row.State, row.Outcome));
    }

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

    [Theory]
    [InlineData("530 5.7.0 authenticate first")]
    [InlineData("550 5.7.1 sender not allowed")]
    public async Task A_refusal_of_the_platform_itself_is_not_the_mails_fault(string answer)
    {
        await using var server = ScriptedMailServer.Start();
        await using var post = await Post.Open(server.Port);
        server.OnSender = _ => answer;
        var key = await post.Queue("jeanne");

        await post.SendAll();

        Assert.Equal((MailState.Queued, answer[..9]), ((await post.Row(key)).State, (await post.Row(key)).Outcome));
    }

    [Fact]
    public async Task A_server_that_closes_after_each_mail_is_called_again_at_once()
    {
        await using var server = ScriptedMailServer.Start();
        await using var post = await Post.Open(server.Port);
        server.OneMailEach = true;
        var keys = new[] { await post.Queue("yann"), await post.Queue("zoe"), await post.Queue("alix") };

        await post.SendAll();

        foreach (var key in keys) Assert.Equal((MailState.Accepted, 1), ((await post.Row(key)).State, (await post.Row(key)).Attempts));
        Assert.Equal((3, 3), (server.Taken.Count, server.Connections));
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

    [Fact]
    public async Task Two_senders_share_the_queue_and_send_each_mail_once()
    {
        await using var server = ScriptedMailServer.Start();
        await using var one = await Post.Open(server.Port, ("Mail:BatchSize", "4"));
        await using var other = await one.Another(server.Port, ("Mail:BatchSize", "4"));
        for (var i = 0; i < 30; i++) await one.Queue(string.Create(CultureInfo.InvariantCulture, $"usager{i}"));

        await Task.WhenAll(Task.Run(one.SendAll), Task.Run(other.SendAll), Task.Run(other.SendAll));

        Assert.Equal(30, server.Taken.Count);
        Assert.Equal(30, server.Taken.Select(m => m.MessageId).Distinct().Count());
    }

    [Fact]
    public async Task A_database_cut_while_the_server_takes_the_mail_loses_nothing()
    {
        await using var server = ScriptedMailServer.Start();
        await using var post = await Post.Open(server.Port);
        var key = await post.Queue("rachid");
        server.OnContent = async _ =>
        {
            await post.Run(
                "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()");
            return "250 ok";
        };

        await post.SendAll();
        await post.SendAll();

        Assert.Equal(MailState.Accepted, (await post.Row(key)).State);
        Assert.Single(server.Taken);
    }

    [Fact]
    public async Task Without_an_address_nothing_is_said_to_any_server()
    {
        await using var server = ScriptedMailServer.Start();
        await using var post = await Post.Open(server.Port);
        var keys = new[]
        {
            await post.Queue("sans", withAddress: false),
            await post.Queue("retiree", MailStep.Received, facts: new ExperienceWithdrawn()),
            await post.Queue("retiree-publiee", MailStep.Published, facts: [Told.Published, new ExperienceWithdrawn()]),
        };
        var overtaken = await post.Queue("depubliee", MailStep.Published, facts: [Told.Published, new ExperienceUnpublished { Reason = "signalée" }]);

        await post.SendAll();

        foreach (var key in keys) Assert.Equal(MailState.NoAddress, (await post.Row(key)).State);
        Assert.Equal(MailState.Overtaken, (await post.Row(overtaken)).State);
        Assert.Equal(0, server.Connections);
    }

    [Fact]
    public async Task No_address_is_logged_or_stored_whatever_happens()
    {
        await using var server = ScriptedMailServer.Start();
        await using var post = await Post.Open(server.Port);
        server.OnRecipient = line => line switch
        {
            _ when line.Contains("thomas", StringComparison.Ordinal) => $"550 5.1.1 {line}",
            _ when line.Contains("ursule", StringComparison.Ordinal) => $"451 {line}",
            _ when line.Contains("victor", StringComparison.Ordinal) => "5 " + line,
            _ => "250 ok",
        };
        foreach (var name in (string[])["thomas", "ursule", "victor", "wanda"])
        {
            await post.Queue(name);
            await post.SendAll();
        }

        var unreadable = await post.Queue("xavier", token: "illisible");
        await post.SendAll();
        Assert.Equal((MailState.Queued, "InvalidOperationException"), ((await post.Row(unreadable)).State, (await post.Row(unreadable)).Outcome));

        Assert.NotEmpty(post.Log);
        Assert.DoesNotContain(Post.Domain, post.Log, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(Post.Domain, await post.Table(), StringComparison.OrdinalIgnoreCase);
    }
}
