using SpPlus.Contracts.Accounts;
using SpPlus.Contracts.Experiences;
using SpPlus.Contracts.Structures;
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

    private async Task<List<InboxItem>> Items(Caller caller, ExperienceId experience)
    {
        var items = new List<InboxItem>();
        var query = new InboxQuery { Limit = 1 };
        while (true)
        {
            var page = (await Desk.Inbox(query, caller))!;
            items.AddRange(page.Items.Where(i => i.Experience == experience));
            if (page.Next is not { } next) return items;
            query = query with { After = next };
        }
    }
}
