using SpPlus.Silo.Mail;
using Xunit;

namespace SpPlus.Tests.Mail;

/// <summary>PRIV-1.</summary>
public sealed class MailPrivacyTests
{
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
