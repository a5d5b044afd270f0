using SpPlus.Contracts.Accounts;
using SpPlus.Contracts.Experiences;
using SpPlus.Contracts.Reports;
using SpPlus.Tests.Experiences.Decisions;
using SpPlus.Tests.Infrastructure;
using Xunit;

namespace SpPlus.Tests.Reports;

public sealed class ReportDeskTests(SharedSilo shared) : IClassFixture<SharedSilo>
{
    private const string Caf = "caf-gironde";

    private IReportDeskGrain Desk => shared.Silo.Grains.GetGrain<IReportDeskGrain>(0);

    [Fact]
    public async Task A_visitors_report_waits_for_the_DITP_and_is_hidden_from_everybody_else()
    {
        var one = await shared.Published(Caf);
        var agent = await shared.Silo.Account(Profile.SuperAgent, Caf);
        await one.Accepted(New.Report("Mon nom y est"), Caller.Anonymous);

        var item = await Item(one.Id);
        Assert.Equal(("Mon nom y est", "personal-data", 1), (item!.WithWords.Single().Words, item.Reasons.Single().Reason, item.Count));
        Assert.Contains((await one.Grain.History(shared.Moderator))!.Value, e => e is { Kind: "experience-reported", Actor: HistoryActor.Visitor });
        Assert.Contains((await one.Grain.HistoryPage(new(), shared.Moderator))!.Entries, e => e.Kind == "experience-reported");

        foreach (var stranger in new[] { agent, Caller.Anonymous, one.Author, await shared.Silo.Account(Profile.Agent, "ditp") })
        {
            Assert.Null(await Desk.Waiting(new(), stranger));
            Assert.DoesNotContain(await one.Grain.History(stranger) ?? [], e => e.Kind == "experience-reported");
            Assert.Null((await shared.Silo.Grains.GetGrain<IDeskGrain>(0).Account(stranger))?.Reports);
            Assert.NotEqual(Refusal.None, await one.Refused(New.Dismissal(1), stranger));
        }

        Assert.DoesNotContain((await one.Grain.HistoryPage(new(), agent))!.Entries, e => e.Kind == "experience-reported");
        Assert.True((await shared.Silo.Grains.GetGrain<IDeskGrain>(0).Account(shared.Moderator))!.Reports > 0);
    }

    [Fact]
    public async Task The_same_report_sent_twice_is_one()
    {
        var one = await shared.Published(Caf);
        var report = New.Report();
        await one.Accepted(report, Caller.Anonymous);
        await one.Accepted(report, Caller.Anonymous);
        Assert.Equal(1, (await Item(one.Id))!.Count);
    }

    [Fact]
    public async Task Reports_are_counted_by_reason_the_most_frequent_first()
    {
        var one = await shared.Published(Caf);
        foreach (var reason in (string[])["untrue", "offensive", "untrue"])
            await one.Accepted(New.Report(words: null) with { Reason = reason }, Caller.Anonymous);
        var item = (await Item(one.Id))!;
        Assert.Equal([("untrue", 2), ("offensive", 1)], item.Reasons.Select(r => (r.Reason, r.Count)));
        Assert.Empty(item.WithWords);
    }

    [Fact]
    public async Task Closed_reports_leave_with_their_words_and_new_ones_come_back()
    {
        var one = await shared.Published(Caf);
        await one.Accepted(New.Report("Première"), Caller.Anonymous);
        await one.Accepted(New.Dismissal(1) with { Words = "Rien à redire" }, shared.Moderator);
        Assert.Null(await Item(one.Id));
        await one.Accepted(New.Report("Seconde"), Caller.Anonymous);
        Assert.Equal("Seconde", (await Item(one.Id))!.WithWords.Single().Words);
    }

    [Fact]
    public async Task What_is_unpublished_leaves_the_reports_the_inbox_its_counts_and_every_row_that_public_pages_read()
    {
        var one = await shared.Published("cpam-gironde");
        await one.Accepted(New.Report(), Caller.Anonymous);
        await one.Accepted(New.Unpublication(), shared.Moderator);
        Assert.Null(await Item(one.Id));
        Assert.Equal(Refusal.NotFound, await one.Refused(New.Report(), Caller.Anonymous));
        Assert.Equal(0, await shared.Silo.Database.Scalar<long>($"select count(*) from read.experiences where id = '{one.Id}' and status in (2, 3)"));
        Assert.Equal(0, await shared.Silo.Database.Scalar<long>($"select count(*) from read.standings where experience = '{one.Id}' and open"));
        var agent = await shared.Silo.Account(Profile.Agent, "cpam-gironde");
        var inbox = (await shared.Silo.Grains.GetGrain<IDeskGrain>(0).Inbox(new(), agent))!;
        Assert.DoesNotContain(inbox.Items, i => i.Experience == one.Id);
        Assert.Equal(0, (await shared.Silo.Grains.GetGrain<IDeskGrain>(0).Account(agent))!.Waiting);
        Assert.Equal(ExperienceStatus.Unpublished, (await one.Grain.Track(one.Author))!.Status);
    }

    [Fact]
    public async Task Pages_go_on_where_the_one_before_ended()
    {
        var ids = new List<ExperienceId>();
        for (var i = 0; i < 3; i++)
        {
            var one = await shared.Published(Caf);
            await one.Accepted(New.Report(), Caller.Anonymous);
            ids.Add(one.Id);
        }

        await shared.Silo.Projected();
        var (listed, after) = (new List<ExperienceId>(), (string?)null);
        do
        {
            var page = (await Desk.Waiting(new() { After = after, Limit = 1 }, shared.Moderator))!;
            listed.AddRange(page.Items.Select(i => i.Experience));
            after = page.Next;
        }
        while (after is not null);
        Assert.Equal(listed.Count, listed.Distinct().Count());
        Assert.Equal(ids, listed.Where(ids.Contains));
    }

    private async Task<ReportedExperience?> Item(ExperienceId id)
    {
        await shared.Silo.Projected();
        return (await Desk.Waiting(new() { Limit = 50 }, shared.Moderator))!.Items.SingleOrDefault(i => i.Experience == id);
    }
}
