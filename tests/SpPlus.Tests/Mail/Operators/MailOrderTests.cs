using SpPlus.Contracts.Mails;
using SpPlus.Silo.Mail;
using SpPlus.Silo.Mail.Operators;
using SpPlus.Tests.Infrastructure;
using Xunit;

namespace SpPlus.Tests.Mail.Operators;

/// <summary>STEP-2: a held mail is an operator's to decide about, once, and never sent again blindly.</summary>
public sealed class MailOrderTests
{
    private static readonly Operator Solene = new("dev-1", "Solène R.");
    private static readonly Operator Marc = new("dev-2", "Marc D.");

    [Fact]
    public async Task A_held_mail_that_the_server_had_is_never_sent_again()
    {
        await using var server = ScriptedMailServer.Start();
        await using var post = await Post.Open(server.Port);
        var (key, held) = await Held(post, server, "adele");

        Assert.Equal(1, await Orders(post).CarryOut(Order(MailDecision.WasAccepted, held), Solene));
        await post.SendAll();

        Assert.Equal((MailState.Accepted, "operator"), ((await post.Row(key)).State, (await post.Row(key)).Outcome));
        Assert.Empty(server.Taken);
        var trace = Assert.Single((await post.Service<MailListing>().Read(held.Number))!.Traces);
        Assert.Equal(("Solène R.", MailDecision.WasAccepted, MailStanding.Held, "SmtpProtocolException", 1), (trace.By, trace.Decision, trace.From, trace.FromOutcome, trace.Mails));
    }

    [Fact]
    public async Task A_held_mail_that_the_server_had_not_is_sent_under_the_same_Message_ID()
    {
        await using var server = ScriptedMailServer.Start();
        await using var post = await Post.Open(server.Port);
        var (key, held) = await Held(post, server, "basile");
        await post.Run("update mail.queue set queued_at = now() - interval '20 days'");

        await Orders(post).CarryOut(Order(MailDecision.SendAgain, held), Solene);
        await post.SendAll();

        Assert.Equal(MailState.Accepted, (await post.Row(key)).State);
        Assert.Equal(held.MessageId, Assert.Single(server.Taken).MessageId);
    }

    [Fact]
    public async Task What_is_sent_again_has_its_time_and_its_tries_anew()
    {
        await using var server = ScriptedMailServer.Start();
        await using var post = await Post.Open(server.Port);
        var key = await post.Queue("camille");
        await post.Run("update mail.queue set state = 'refused', outcome = 'given up: 451', attempts = 40, queued_at = now() - interval '6 days'");
        server.OnRecipient = _ => "451 4.7.1 later";

        await Orders(post).CarryOut(Order(MailDecision.SendAgain, await Item(post, key)), Solene);
        await post.SendAll();

        var row = await post.Row(key);
        Assert.Equal((MailState.Queued, 41), (row.State, row.Attempts));
        Assert.InRange(row.Wait.TotalSeconds, 14, 31);
        Assert.Equal(1, (await Item(post, key)).Attempts);
    }

    [Theory]
    [InlineData(MailDecision.WasAccepted, MailDecision.SendAgain)]
    [InlineData(MailDecision.SendAgain, MailDecision.WasAccepted)]
    [InlineData(MailDecision.SendAgain, MailDecision.SendAgain)]
    public async Task Of_two_operators_one_is_first_and_the_other_changes_nothing(MailDecision one, MailDecision other)
    {
        await using var server = ScriptedMailServer.Start();
        await using var post = await Post.Open(server.Port);
        var (key, held) = await Held(post, server, "dalia");

        var changed = await Task.WhenAll(Orders(post).CarryOut(Order(one, held), Solene), Orders(post).CarryOut(Order(other, held), Marc));
        await post.SendAll();

        Assert.Equal([0, 1], changed.Order());
        var trace = Assert.Single((await post.Service<MailListing>().Read(held.Number))!.Traces);
        Assert.Equal(changed[0] == 1 ? ("Solène R.", one) : ("Marc D.", other), (trace.By, trace.Decision));
        Assert.Equal(trace.Decision == MailDecision.SendAgain ? 1 : 0, server.Taken.Count);
        Assert.Equal(MailState.Accepted, (await post.Row(key)).State);
    }

    [Fact]
    public async Task A_decision_about_an_earlier_hand_over_is_not_one_about_a_later_one()
    {
        await using var server = ScriptedMailServer.Start();
        await using var post = await Post.Open(server.Port);
        var (key, seen) = await Held(post, server, "elias");
        await Orders(post).CarryOut(Order(MailDecision.SendAgain, seen), Marc);
        await Hold(post, server);

        Assert.Equal(0, await Orders(post).CarryOut(Order(MailDecision.WasAccepted, seen), Solene));

        Assert.Equal(MailState.Unknown, (await post.Row(key)).State);
    }

    [Fact]
    public async Task The_same_order_given_twice_is_carried_out_once_and_answered_the_same()
    {
        await using var server = ScriptedMailServer.Start();
        await using var post = await Post.Open(server.Port);
        var (_, held) = await Held(post, server, "flora");
        var order = Order(MailDecision.SendAgain, held);

        var changed = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Orders(post).CarryOut(order, Solene)));
        Assert.Equal([1, 1, 1], changed);
        await post.SendAll();

        Assert.Single(server.Taken);
        Assert.Equal(1, await Orders(post).CarryOut(order, Solene));
        Assert.False(await post.SendDue());
        Assert.Single(server.Taken);
    }

    [Fact]
    public async Task What_the_server_has_accepted_is_sent_twice_only_to_who_says_so()
    {
        await using var server = ScriptedMailServer.Start();
        await using var post = await Post.Open(server.Port);
        var key = await post.Queue("gaston");
        await post.SendAll();

        Assert.Equal(0, await Orders(post).CarryOut(Order(MailDecision.SendAgain, await Item(post, key)), Solene));
        await post.SendAll();
        Assert.Single(server.Taken);

        Assert.Equal(1, await Orders(post).CarryOut(Order(MailDecision.SendAgain, await Item(post, key)) with { EvenAccepted = true }, Solene));
        await post.SendAll();
        Assert.Equal(2, server.Taken.Count);
    }

    [Fact]
    public async Task A_range_is_what_stood_so_in_that_time_and_nothing_else()
    {
        await using var post = await Post.Open(ScriptedMailServer.ClosedPort());
        var (before, inside, other, accepted) = (await post.Queue("hector"), await post.Queue("iris"), await post.Queue("jules", MailStep.Published), await post.Queue("karine"));
        await post.Run("update mail.queue set state = 'refused', changed_at = '2026-03-02 10:30+00'");
        await post.Run("update mail.queue set changed_at = '2026-03-02 09:59:59+00' where experience = $1", before.About);
        await post.Run("update mail.queue set state = 'accepted' where experience = $1", accepted.About);
        var range = new MailRange
        {
            Standing = MailStanding.Refused, Step = MailStep.Received,
            From = new(2026, 3, 2, 10, 0, 0, TimeSpan.Zero), To = new(2026, 3, 2, 11, 0, 0, TimeSpan.Zero),
        };

        Assert.Equal(1, await post.Service<MailListing>().Count(range));
        Assert.Equal(1, await Orders(post).CarryOut(new() { OperationId = Guid.NewGuid(), Decision = MailDecision.SendAgain, Range = range }, Solene));

        Assert.Equal(MailState.Queued, (await post.Row(inside)).State);
        foreach (var untouched in (MailKey[])[before, other]) Assert.Equal(MailState.Refused, (await post.Row(untouched)).State);
        Assert.Equal(MailState.Accepted, (await post.Row(accepted)).State);
    }

    [Fact]
    public async Task Two_operators_with_one_range_share_it_and_send_each_mail_once_more()
    {
        await using var server = ScriptedMailServer.Start();
        await using var post = await Post.Open(server.Port);
        for (var i = 0; i < 40; i++) await post.Queue($"usager{i}");
        await post.Run("update mail.queue set state = 'refused', changed_at = '2026-03-02 10:30+00'");
        var range = new MailRange { Standing = MailStanding.Refused, To = new(2026, 3, 2, 11, 0, 0, TimeSpan.Zero) };

        var changed = await Task.WhenAll(((Operator[])[Solene, Marc]).Select(by =>
            Orders(post).CarryOut(new() { OperationId = Guid.NewGuid(), Decision = MailDecision.SendAgain, Range = range }, by)));
        await post.SendAll();

        Assert.Equal(40, changed.Sum());
        Assert.Equal(40, server.Taken.Count);
    }

    [Fact]
    public async Task What_was_decided_is_forgotten_with_the_mail()
    {
        await using var server = ScriptedMailServer.Start();
        await using var post = await Post.Open(server.Port);
        var (key, held) = await Held(post, server, "louise");
        await Orders(post).CarryOut(Order(MailDecision.WasAccepted, held), Solene);

        await post.Run("delete from mail.queue where experience = $1", key.About);

        Assert.Equal(0L, await post.Database.Scalar<long>("select count(*) from mail.acts"));
        Assert.Equal(["(Solène R.,1)"], (await post.Database.Rows("select by_name, mails from mail.operations")).Select(r => r.Replace("\"", "", StringComparison.Ordinal)));
    }

    internal static MailOrders Orders(Post post) => post.Service<MailOrders>();

    internal static MailOrder Order(MailDecision decision, MailItem mail) =>
        new() { OperationId = Guid.NewGuid(), Decision = decision, Mail = mail.Number, Version = mail.Version };

    internal static async Task<MailItem> Item(Post post, MailKey key) => (await post.Service<MailListing>().Read(await post.Number(key)))!.Mail;

    /// <summary>Cut after DATA.</summary>
    internal static async Task<(MailKey Key, MailItem Mail)> Held(Post post, ScriptedMailServer server, string name)
    {
        var key = await post.Queue(name);
        await Hold(post, server);
        return (key, await Item(post, key));
    }

    private static async Task Hold(Post post, ScriptedMailServer server)
    {
        server.OnContent = _ => Task.FromResult<string?>(null);
        await post.SendAll();
        server.OnContent = _ => Task.FromResult<string?>("250 2.0.0 taken");
    }
}
