using SpPlus.Contracts.Accounts;
using SpPlus.Contracts.Experiences;
using SpPlus.Contracts.Structures;
using SpPlus.Tests.Experiences;
using SpPlus.Tests.Experiences.Decisions;
using SpPlus.Tests.Infrastructure;
using Xunit;

namespace SpPlus.Tests.Desk;

/// <summary>The lists of the connected space, through the silo: nobody finds more there than on the pages they lead to.</summary>
public sealed class DeskTests(SharedSilo shared) : IClassFixture<SharedSilo>
{
    private IDeskGrain Desk => shared.Silo.Grains.GetGrain<IDeskGrain>(0);

    [Fact]
    public async Task An_inbox_shows_what_concerns_the_structure_and_those_below_it()
    {
        var one = await shared.Published("caf-gironde", "cpam-gironde");
        var agent = await shared.Silo.Account(Profile.Agent, "caf-gironde");
        await one.Accepted(New.Comment("Un"), agent);
        await one.Accepted(New.Comment("Deux"), agent);
        await one.Accepted(New.Draft("caf-gironde", 0), agent);
        await shared.Silo.Projected();

        var item = Assert.Single(await Items(agent, one.Id));
        Assert.Equal(("caf-gironde", ResponseStatus.Draft, 2), (item.Structure.Value, item.Status, item.CommentCount));
        Assert.Equal(["cpam-gironde"], item.Others.Select(o => o.Value));
        Assert.Single(await Items(await shared.Silo.Account(Profile.Reader, "caf-gironde"), one.Id));
        Assert.Single(await Items(await shared.Silo.Account(Profile.NetworkAdministrator, "cnaf"), one.Id));
        Assert.Equal(2, (await Items(shared.Moderator, one.Id)).Count);
        Assert.Empty(await Items(await shared.Silo.Account(Profile.NetworkAdministrator, "dgfip"), one.Id));
        Assert.Empty(await Items(await shared.Silo.Account(Profile.Agent, "caf-paris"), one.Id));
    }

    [Fact]
    public async Task An_inbox_says_what_is_new_to_its_reader()
    {
        var one = await shared.Published("caf-paris", "cpam-gironde");
        var agent = await shared.Silo.Account(Profile.Agent, "caf-paris");
        var other = await shared.Silo.Account(Profile.Agent, "cpam-gironde");
        await one.Accepted(New.Comment("Un"), other);
        await Desk.Opened(one.Id, (await one.Grain.View(agent))!.Sequence, agent);
        await one.Accepted(New.Comment("Deux"), other);
        await one.Accepted(New.Comment("Trois") with { Mentions = [StructureId.Parse("caf-paris")] }, other);
        await shared.Silo.Projected();

        var item = Assert.Single(await Items(agent, one.Id));
        Assert.Equal((3, 2, true), (item.CommentCount, item.NewComments, item.IsMentioned));
        var others = Assert.Single(await Items(other, one.Id));
        Assert.Equal((3, 3, false), (others.CommentCount, others.NewComments, others.IsMentioned));
        await Desk.Opened(one.Id, (await one.Grain.View(agent))!.Sequence, agent);
        item = Assert.Single(await Items(agent, one.Id));
        Assert.Equal((3, 0, false), (item.CommentCount, item.NewComments, item.IsMentioned));
    }

    [Fact]
    public async Task A_change_of_a_published_response_waits_with_what_is_to_be_validated()
    {
        var one = await shared.Published("caf-gironde");
        var (agent, validator) = (await shared.Silo.Account(Profile.Agent, "caf-gironde"), await shared.Silo.Account(Profile.SuperAgent, "caf-gironde"));
        await one.Accepted(New.Validation("caf-gironde", 0), agent);
        await one.Accepted(New.Response("caf-gironde", 1), validator);
        await one.Accepted(New.Validation("caf-gironde", 2, An.Text("Une précision.")), agent);
        await shared.Silo.Projected();

        Assert.True(Assert.Single(await Items(agent, one.Id, ResponseStatus.ToValidate)).IsAmendment);
        Assert.Empty(await Items(agent, one.Id, ResponseStatus.Published));
        await one.Accepted(New.SendBack("caf-gironde", 3), validator);
        await shared.Silo.Projected();
        Assert.Empty(await Items(agent, one.Id, ResponseStatus.ToValidate));
        Assert.False(Assert.Single(await Items(agent, one.Id, ResponseStatus.Published)).IsAmendment);
    }

    [Fact]
    public async Task Another_structure_s_inbox_is_empty_and_without_an_account_there_is_none()
    {
        await shared.Published("caf-gironde");
        await shared.Silo.Projected();
        var agent = await shared.Silo.Account(Profile.Agent, "cpam-gironde");

        Assert.Empty((await Desk.Inbox(new() { Structure = StructureId.Parse("caf-gironde") }, agent))!.Items);
        Assert.Empty((await Desk.Inbox(new() { Structure = StructureId.Parse("cnam") }, agent))!.Counts);
        Assert.Null(await Desk.Inbox(new(), Caller.Agent("personne")));
        Assert.Null(await Desk.Inbox(new(), Caller.Anonymous));
        Assert.Null(await Desk.ModerationQueue(new(), agent));
        Assert.NotNull(await Desk.ModerationQueue(new(), shared.Moderator));
    }

    [Fact]
    public async Task A_transfer_waits_with_those_who_resolve_it_and_with_nobody_else()
    {
        var within = await shared.Published("sip-libourne");
        var across = await shared.Published("sip-libourne");
        var agent = await shared.Silo.Account(Profile.Agent, "sip-libourne", "Samia N.");
        await within.Accepted(New.Transfer("sip-libourne", 0, "sip-arcachon"), agent);
        await across.Accepted(New.Transfer("sip-libourne", 0, "caf-gironde"), agent);
        await shared.Silo.Projected();
        var superAgent = await shared.Silo.Account(Profile.SuperAgent, "drfip-gironde");

        Assert.Equal([(within.Id, true), (across.Id, false)], await Transfers(superAgent, within.Id, across.Id));
        Assert.Equal([(across.Id, true), (within.Id, true)], await Transfers(shared.Moderator, within.Id, across.Id));
        Assert.Equal([(within.Id, false), (across.Id, false)], await Transfers(await shared.Silo.Account(Profile.SuperAgent, "sip-libourne"), within.Id, across.Id));
        Assert.Empty(await Transfers(await shared.Silo.Account(Profile.SuperAgent, "caf-gironde"), within.Id, across.Id));
        Assert.Null(await Desk.Transfers(new(), agent));
        Assert.Null((await Desk.Account(agent))!.Transfers);
        var before = (await Desk.Account(superAgent))!.Transfers;

        await within.Accepted(New.Acceptance("sip-libourne", 1), superAgent);
        await shared.Silo.Projected();
        Assert.Equal(before - 1, (await Desk.Account(superAgent))!.Transfers);
        Assert.Equal([(across.Id, true)], await Transfers(shared.Moderator, within.Id, across.Id));
    }

    [Fact]
    public async Task What_a_person_had_read_is_told_once_and_never_goes_back()
    {
        var one = await shared.Published("caf-gironde");
        var (agent, colleague) = (await shared.Silo.Account(Profile.Agent, "caf-gironde"), await shared.Silo.Account(Profile.Agent, "caf-gironde"));

        Assert.Equal(0, await Desk.Opened(one.Id, 3, agent));
        Assert.Equal(3, await Desk.Opened(one.Id, 7, agent));
        Assert.Equal(7, await Desk.Opened(one.Id, 5, agent));
        Assert.Equal(7, await Desk.Opened(one.Id, 7, agent));
        Assert.Equal(0, await Desk.Opened(one.Id, 7, colleague));
        await one.Accepted(New.Comment(), colleague);
        var comment = (await one.Grain.View(agent))!.Comments[^1];
        Assert.False(comment.IsOwn);
        Assert.Equal((await one.Grain.View(agent))!.Sequence, comment.Sequence);
        Assert.True((await one.Grain.View(colleague))!.Comments[^1].IsOwn);
    }

    [Fact]
    public async Task A_mention_waits_for_each_of_the_structure_s_people_until_they_read_it_or_the_structure_leaves()
    {
        var one = await shared.Published("caf-gironde", "msa-gironde");
        var author = await shared.Silo.Account(Profile.Agent, "caf-gironde", "Camille D.");
        var (reader, colleague) = (await shared.Silo.Account(Profile.Agent, "msa-gironde"), await shared.Silo.Account(Profile.Agent, "msa-gironde"));
        await one.Accepted(New.Comment() with { Mentions = [StructureId.Parse("msa-gironde"), StructureId.Parse("ditp")] }, author);
        await shared.Silo.Projected();

        Assert.Equal((1, 1), await Mentions(reader, one.Id));
        Assert.Equal((1, 1), await Mentions(shared.Moderator, one.Id));
        Assert.Equal((0, 0), await Mentions(author, one.Id));
        await Desk.Opened(one.Id, (await one.Grain.View(reader))!.Sequence, reader);
        Assert.Equal((0, 0), await Mentions(reader, one.Id));
        Assert.Equal((1, 1), await Mentions(colleague, one.Id));
        await one.Accepted(New.Routing((await one.Grain.View(shared.Moderator))!.RoutingVersion, "caf-gironde"), shared.Moderator);
        await shared.Silo.Projected();
        Assert.Equal([(NoticeKind.TakenOff, true)], await Told(colleague, one.Id));
        Assert.Equal((0, 0), await Mentions(colleague, one.Id));
    }

    [Fact]
    public async Task Both_structures_are_told_of_a_transfer_and_the_asking_one_of_a_refusal()
    {
        var one = await shared.Published("sip-arcachon");
        var (agent, receiver) = (await shared.Silo.Account(Profile.Agent, "sip-arcachon"), await shared.Silo.Account(Profile.Agent, "caf-rhone"));
        await one.Accepted(New.Transfer("sip-arcachon", 0, "caf-rhone"), agent);
        await one.Accepted(New.TransferRefusal("sip-arcachon", 1), shared.Moderator);
        await shared.Silo.Projected();
        Assert.Equal([(NoticeKind.TransferRefused, true)], await Told(agent, one.Id));

        await one.Accepted(New.Transfer("sip-arcachon", 2, "caf-rhone"), agent);
        await one.Accepted(New.Acceptance("sip-arcachon", 3), shared.Moderator);
        await shared.Silo.Projected();
        var before = await Desk.Account(agent);
        Assert.Equal([(NoticeKind.HandedOver, true)], await Told(agent, one.Id));
        Assert.Equal([(NoticeKind.HandedOver, false)], await Told(agent, one.Id));
        Assert.Equal(before!.Notices - 1, (await Desk.Account(agent))!.Notices);
        Assert.Equal([(NoticeKind.Received, true)], await Told(receiver, one.Id));
        await Desk.Opened(one.Id, (await one.Grain.View(receiver))!.Sequence, receiver);
        Assert.Equal([(NoticeKind.Received, false)], await Told(receiver, one.Id));
    }

    private async Task<(NoticeKind, bool)[]> Told(Caller caller, ExperienceId of) =>
        [.. (await Desk.Notices(caller))!.Value.Where(n => n.Experience == of).Select(n => (n.Kind, n.IsNew))];

    private async Task<(int Counted, int Listed)> Mentions(Caller caller, ExperienceId of) =>
        ((await Desk.Account(caller))!.Notices, (await Told(caller, of)).Count(n => n is (NoticeKind.Mentioned, true)));

    private async Task<List<(ExperienceId, bool)>> Transfers(Caller caller, params ExperienceId[] of)
    {
        var items = new List<(ExperienceId, bool)>();
        var query = new TransferQuery { Limit = 1 };
        while (true)
        {
            var page = (await Desk.Transfers(query, caller))!;
            items.AddRange(page.Items.Where(i => of.Contains(i.Experience)).Select(i => (i.Experience, i.MayResolve)));
            if (page.Next is not { } next) return items;
            query = query with { After = next };
        }
    }

    private async Task<List<InboxItem>> Items(Caller caller, ExperienceId experience, ResponseStatus? status = null)
    {
        var items = new List<InboxItem>();
        var query = new InboxQuery { Limit = 1, Status = status };
        while (true)
        {
            var page = (await Desk.Inbox(query, caller))!;
            items.AddRange(page.Items.Where(i => i.Experience == experience));
            if (page.Next is not { } next) return items;
            query = query with { After = next };
        }
    }
}
