using System.Globalization;
using SpPlus.Silo.Experiences.Facts;
using SpPlus.Silo.Mail;
using Xunit;

namespace SpPlus.Tests.Mail;

/// <summary>What the server is told, once, and what its answers mean.</summary>
public sealed class HandOverTests
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
}
