using Microsoft.Extensions.Options;
using Spectre.Console;
using SpPlus.Silo.Mail;
using SpPlus.Silo.Mail.Operators;
using SpPlus.Tests.Infrastructure;
using Xunit;

namespace SpPlus.Tests.Mail.Operators;

public sealed class MailsCommandTests
{
    [Fact]
    public async Task A_held_mail_is_listed_without_its_address_and_resolved_only_after_a_yes()
    {
        await using var server = ScriptedMailServer.Start();
        await using var post = await Post.Open(server.Port);
        var (key, held) = await MailOrderTests.Held(post, server, "aurore");

        var (code, text) = await Run(post, "list", "--state", "held");
        Assert.Equal(0, code);
        Assert.Contains(held.MessageId!, text, StringComparison.Ordinal);
        Assert.Contains("1 à vérifier", text, StringComparison.Ordinal);
        Assert.DoesNotContain(Post.Domain, text.Replace("spplus.exemple", "", StringComparison.Ordinal), StringComparison.Ordinal);

        Assert.Equal(0, (await Run(post, "resolve", $"{held.Number}", "--accepted")).Code);
        Assert.Equal(MailState.Unknown, (await post.Row(key)).State);
        Assert.Equal(0, (await Run(post, "resolve", $"{held.Number}", "--accepted", "--yes")).Code);
        Assert.Equal(MailState.Accepted, (await post.Row(key)).State);
        Assert.Contains('@', await post.Database.Scalar<string>("select by_name from mail.operations"));

        Assert.Equal(1, (await Run(post, "resend", $"{held.Number}", "--yes")).Code);
        Assert.Equal(0, (await Run(post, "resend", $"{held.Number}", "--yes", "--even-accepted")).Code);
        await post.SendAll();
        Assert.Single(server.Taken);
    }

    [Fact]
    public async Task A_range_is_counted_then_sent_again_or_cancelled()
    {
        await using var post = await Post.Open(ScriptedMailServer.ClosedPort());
        var (refused, waiting) = (await post.Queue("blaise"), await post.Queue("celeste"));
        await post.Run("update mail.queue set state = 'refused', changed_at = '2026-03-02 10:30+00' where experience = $1", refused.About);
        await post.Run("update mail.queue set changed_at = '2026-03-02 10:30+00' where experience = $1", waiting.About);
        string[] range = ["--from", "2026-03-02T11:00", "--to", "2026-03-02T12:00"];

        Assert.Contains("1 à renvoyer", (await Run(post, ["resend", "--state", "refused", .. range])).Text, StringComparison.Ordinal);
        Assert.Equal(0, (await Run(post, ["cancel", .. range, "--yes"])).Code);
        Assert.Equal((MailState.Refused, MailState.Cancelled), ((await post.Row(refused)).State, (await post.Row(waiting)).State));
        Assert.Equal(0, (await Run(post, ["resend", "--state", "refused", .. range, "--yes"])).Code);
        Assert.Equal(MailState.Queued, (await post.Row(refused)).State);
        Assert.Equal(1, (await Run(post, ["resend", "--state", "accepted", .. range, "--yes"])).Code);
        Assert.Equal(1, (await Run(post, "resend", "--state", "refused", "--from", "2026-03-02", "--to", "2999-01-01", "--yes")).Code);
    }

    [Theory]
    [InlineData]
    [InlineData("help")]
    [InlineData("list", "--state", "unknown")]
    [InlineData("list", "--state", "3")]
    [InlineData("list", "--yes")]
    [InlineData("list", "--step", "nothing")]
    [InlineData("resolve", "12")]
    [InlineData("resolve", "--accepted")]
    [InlineData("resend")]
    [InlineData("resend", "--state", "refused")]
    [InlineData("resend", "--from", "2026-03-02", "--to", "2026-03-03")]
    [InlineData("resend", "12", "--state", "held")]
    [InlineData("resend", "12", "--from", "2026-03-02", "--to", "2026-03-03")]
    [InlineData("resend", "--state", "refused", "--from", "yesterday", "--to", "2026-03-03")]
    [InlineData("cancel", "--from", "2026-03-02")]
    [InlineData("cancel", "12", "--even-accepted")]
    public async Task What_cannot_be_understood_changes_nothing_and_says_how(params string[] arguments)
    {
        Assert.Null(MailsArguments.Parse(arguments, TimeZoneInfo.Utc));
        await using var post = await Post.Open(ScriptedMailServer.ClosedPort());
        var (code, text) = await Run(post, arguments);
        Assert.Equal(2, code);
        Assert.Contains("mails resolve", text, StringComparison.Ordinal);
    }

    private static async Task<(int Code, string Text)> Run(Post post, params string[] arguments)
    {
        await using var output = new StringWriter();
        var console = AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(output) });
        console.Profile.Width = 400;
        var command = new MailsCommand(
            post.Service<MailListing>(), post.Service<MailCounting>(), post.Service<MailOrders>(), post.Service<IOptions<MailOptions>>(), TimeProvider.System, console);
        return (await command.Run(arguments, CancellationToken.None), output.ToString());
    }
}
