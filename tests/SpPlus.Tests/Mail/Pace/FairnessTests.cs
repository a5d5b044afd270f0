using SpPlus.Silo.Experiences.Decisions;
using SpPlus.Silo.Mail;
using SpPlus.Silo.Mail.Pace;
using SpPlus.Tests.Infrastructure;
using Xunit;

namespace SpPlus.Tests.Mail.Pace;

/// <summary>Ten thousand mails of one kind are not before one of another. Order is counted, not time.</summary>
public sealed class FairnessTests
{
    [Fact]
    public async Task What_an_author_has_just_sent_is_answered_before_ten_thousand_others()
    {
        await using var server = ScriptedMailServer.Start();
        await using var post = await Post.Open(server.Port, ("Mail:BatchSize", "20"));
        await post.QueueIncident(10_000);
        await post.SendDue();
        Assert.Equal(20, server.Taken.Count);

        await post.Queue("ariane");
        await post.Queue("bastien", MailStep.Published, facts: Told.Published);
        await post.SendDue();

        var next = server.Taken.Skip(20).Select(m => m.To.Mailboxes.Single().Address).ToList();
        Assert.InRange(next.IndexOf("ariane@exemple.fr"), 0, 1);
        Assert.InRange(next.IndexOf("bastien@exemple.fr"), 0, 3);
    }

    [Fact]
    public async Task No_lane_is_starved_by_one_that_is_never_empty()
    {
        await using var server = ScriptedMailServer.Start();
        await using var post = await Post.Open(server.Port, ("Mail:BatchSize", "16"));
        await post.QueueIncident(3);
        for (var i = 0; i < 30; i++) await post.Queue($"presse{i}");
        for (var i = 0; i < 10; i++) await post.Queue($"publiee{i}", MailStep.Published, facts: Told.Published);

        await post.SendDue();

        var taken = server.Taken.Select(m => m.To.Mailboxes.Single().Address).ToList();
        Assert.Equal((4, 2), (taken.Count(a => a.StartsWith("publiee", StringComparison.Ordinal)), taken.Count(a => a.StartsWith("incident", StringComparison.Ordinal))));
        await post.SendAll();
        Assert.Equal(43, server.Taken.Select(m => m.MessageId).Distinct().Count());
    }

    [Theory]
    [InlineData(0, "received")]
    [InlineData(0, "link", "", 29_000_000)]
    [InlineData(1, "response-published", "caf-gironde", 1)]
    [InlineData(1, "rejected")]
    [InlineData(2, "response-published", "hors-structures", 1)]
    [InlineData(2, "improvement-action", "A-1", 1)]
    [InlineData(3, "news", "", 7, "dev-1")]
    public async Task Each_kind_has_its_lane(int lane, string step, string structure = "", int version = 0, string recipient = "")
    {
        await using var database = await MigratedDatabase.New();
        await database.Execute($"insert into mail.queue (experience, step, structure, version, recipient) values ('', '{step}', '{structure}', {version}, '{recipient}')");
        Assert.Equal((short)lane, await database.Scalar<short>("select lane from mail.queue"));
        Assert.Contains((short)lane, MailLanes.Turns);
    }

    [Fact]
    public void What_the_lanes_take_for_the_DITP_is_the_DITP() => Assert.Equal("hors-structures", StandingResponseDecisions.Structure.Value);

    [Fact]
    public async Task A_claim_reads_the_next_mail_of_the_lane_and_not_the_settled_ones()
    {
        await using var database = await MigratedDatabase.New();
        await database.Execute(
            """
            insert into mail.queue (experience, step, state) select i::text, 'received', 'accepted' from generate_series(1, 20000) i;
            insert into mail.queue (experience, step) select i::text, 'published' from generate_series(1, 2000) i;
            analyze mail.queue
            """);

        var claim = MailOutbox.ClaimSql.Replace("$1", "interval '3 minutes'", StringComparison.Ordinal).Replace("$2", "1", StringComparison.Ordinal);
        await using var command = database.CreateCommand("explain " + claim);
        await using var reader = await command.ExecuteReaderAsync();
        var plan = new List<string>();
        while (await reader.ReadAsync()) plan.Add(reader.GetString(0));

        Assert.Contains(plan, line => line.Contains("Index Scan using queue_due", StringComparison.Ordinal));
        Assert.DoesNotContain(plan, line => line.Contains("Seq Scan", StringComparison.Ordinal) || line.Contains("Sort", StringComparison.Ordinal));
    }
}
