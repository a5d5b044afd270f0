using SpPlus.Contracts.Accounts;
using SpPlus.Contracts.Experiences;
using SpPlus.Tests.Experiences;
using SpPlus.Tests.Experiences.Decisions;
using SpPlus.Tests.Infrastructure;
using Xunit;

namespace SpPlus.Tests.Deadlines;

/// <summary>ROUTE-3 to ROUTE-5, CLOCK-2.</summary>
public sealed class TransferTests(PatientSilo shared) : IClassFixture<PatientSilo>
{
    private const string Own = "ft-dr-nouvelle-aquitaine";
    private const string Other = "ft-dr-occitanie";

    [Fact]
    public async Task The_nearest_common_ancestors_super_agents_put_the_other_structure_in_its_place()
    {
        var (one, agent) = await Published();
        var above = await shared.Silo.Account(Profile.SuperAgent, "france-travail", "Aïcha R.");
        await one.Accepted(New.Draft(Own, 0, An.Text("Commencé")), agent);
        await one.Accepted(New.Transfer(Own, 1, Other), agent);
        Assert.Equal(Refusal.NotAllowed, await one.Refused(New.Acceptance(Own, 2), await shared.Silo.Account(Profile.SuperAgent, Own)));
        Assert.Equal(Refusal.NotAllowed, await one.Refused(New.Acceptance(Own, 2), await shared.Silo.Account(Profile.Agent, "france-travail")));
        Assert.Equal(Refusal.TransferPending, await one.Refused(New.Transfer(Own, 2, "caf-gironde"), agent));
        await shared.After(TimeSpan.FromDays(2));
        await one.Accepted(New.Acceptance(Own, 2), above);

        var view = (await one.Grain.View(above))!;
        var (now, before) = (Assert.Single(view.Standings), Assert.Single(view.Former));
        Assert.Equal((Other, ResponseStatus.ToDo, 1), (now.Structure.Value, now.Status, view.Transfers));
        Assert.Equal(("Commencé", now.ConcernedSince), (before.Draft!.Response.Text, before.LeftAt));
        Assert.True(now.ConcernedSince - before.ConcernedSince >= TimeSpan.FromDays(2), "the time is charged to who held it");
        Assert.Null(await one.Grain.View(agent));
        Assert.NotNull(await one.Grain.View(await shared.Silo.Account(Profile.Agent, Other)));
        await shared.Silo.Projected();
        Assert.Equal(0L, await shared.Silo.Database.Scalar<long>($"select count(*) from read.transfers where experience = '{one.Id}'"));
    }

    [Fact]
    public async Task Unanswered_for_five_days_it_stays_with_the_DITP_alone()
    {
        var (one, agent) = await Published();
        var above = await shared.Silo.Account(Profile.SuperAgent, "france-travail");
        await one.Accepted(New.Transfer(Own, 0, Other), agent);
        await shared.After(TimeSpan.FromDays(5) - TimeSpan.FromMinutes(1));
        Assert.Equal("france-travail", (await one.Grain.View(above))!.Standings[0].Transfer!.Approver?.Value);
        await shared.After(TimeSpan.FromMinutes(2));

        Assert.Null((await one.Grain.View(above))!.Standings[0].Transfer!.Approver);
        Assert.Equal(Refusal.NotAllowed, await one.Refused(New.Acceptance(Own, 1), above));
        await one.Accepted(New.TransferRefusal(Own, 1), shared.Moderator);
        Assert.Null((await one.Grain.View(agent))!.Standings[0].Transfer);
        await one.Accepted(New.Transfer(Own, 2, Other), agent);
    }

    [Fact]
    public async Task To_another_network_the_DITP_alone_decides_and_the_asking_one_may_withdraw()
    {
        var (one, agent) = await Published();
        await one.Accepted(New.Transfer(Own, 0, "caf-gironde"), agent);
        Assert.Equal(Refusal.NotAllowed, await one.Refused(New.Acceptance(Own, 1), await shared.Silo.Account(Profile.NetworkAdministrator, "france-travail")));
        await one.Accepted(New.Draft(Own, 1), agent);
        Assert.Equal(Refusal.TransferPending, await one.Refused(New.Response(Own, 2), agent));
        await one.Accepted(New.TransferWithdrawal(Own, 2), agent);
        await one.Accepted(New.Response(Own, 3), agent);
    }

    [Fact]
    public async Task When_the_DITP_has_named_the_receiver_meanwhile_it_is_there_once()
    {
        var (one, agent) = await Published();
        await one.Accepted(New.Transfer(Own, 0, "caf-gironde"), agent);
        await one.Accepted(New.Routing(1, Own, "caf-gironde"), shared.Moderator);
        await one.Accepted(New.Acceptance(Own, 1), shared.Moderator);
        Assert.Equal(["caf-gironde"], (await one.Grain.View(shared.Moderator))!.Standings.Select(s => s.Structure.Value));
        await shared.Silo.Projected();
        Assert.Equal(["(caf-gironde)"], await shared.Silo.Database.Rows($"select structure from read.standings where experience = '{one.Id}'"));
    }

    [Fact]
    public async Task The_queue_says_what_nobody_resolved_in_time_and_what_changed_hands_three_times()
    {
        var (one, agent) = await Published();
        await one.Accepted(New.Transfer(Own, 0, Other), agent);
        await shared.After(TimeSpan.FromDays(5) + TimeSpan.FromMinutes(1));
        var expired = await Asked(one.Id);
        Assert.Equal((null, true, 0), (expired.Approver, expired.MayResolve, expired.Transfers));

        for (var (from, to, times) = (Own, Other, 0); times < 3; (from, to, times) = (to, from, times + 1))
        {
            var version = (await one.Grain.View(shared.Moderator))!.Standings[0].Version;
            if (times > 0) await one.Accepted(New.Transfer(from, version++, to), await shared.Silo.Account(Profile.Agent, from));
            await shared.Silo.Projected();
            Assert.Equal(times, (await Asked(one.Id)).Transfers);
            await one.Accepted(New.Acceptance(from, version), shared.Moderator);
        }

        await shared.Silo.Projected();
        Assert.Single((await Desk.Inbox(new() { Flagged = true, Text = one.Id.Value }, shared.Moderator))!.Items, i => i.IsFlagged);
    }

    [Fact]
    public async Task What_is_resolved_from_a_list_is_the_request_that_was_listed()
    {
        var (one, agent) = await Published();
        await one.Accepted(New.Transfer(Own, 0, Other, "Le premier"), agent);
        await shared.Silo.Projected();
        var first = await Asked(one.Id);
        await one.Accepted(New.Draft(Own, 1), agent);
        await one.Accepted(New.TransferWithdrawal(Own, 2), agent);
        Assert.Equal(Refusal.WrongStatus, await one.Refused(New.Acceptance(Own, -1) with { RequestedAt = first.At }, shared.Moderator));
        shared.Clock.Advance(TimeSpan.FromSeconds(1));
        await one.Accepted(New.Transfer(Own, 3, "ft-dr-bretagne", "Le second"), agent);
        Assert.Equal(Refusal.StaleVersion, await one.Refused(New.Acceptance(Own, -1) with { RequestedAt = first.At }, shared.Moderator));
        Assert.Equal(Refusal.StaleVersion, await one.Refused(New.TransferRefusal(Own, -1) with { RequestedAt = first.At }, shared.Moderator));
        await shared.Silo.Projected();
        await one.Accepted(New.Acceptance(Own, -1) with { RequestedAt = (await Asked(one.Id)).At }, shared.Moderator);
        Assert.Equal(["ft-dr-bretagne"], (await one.Grain.View(shared.Moderator))!.Standings.Select(s => s.Structure.Value));
    }

    [Fact]
    public async Task After_five_days_those_above_resolve_no_more_also_before_anybody_noticed()
    {
        var (one, agent) = await Published();
        var above = await shared.Silo.Account(Profile.SuperAgent, "france-travail");
        await one.Accepted(New.Transfer(Own, 0, Other), agent);
        shared.Clock.Advance(TimeSpan.FromDays(5) + TimeSpan.FromSeconds(1));
        Assert.Equal(Refusal.NotAllowed, await one.Refused(New.Acceptance(Own, 1), above));
        await one.Accepted(New.Acceptance(Own, 1), shared.Moderator);
    }

    [Fact]
    public async Task A_receiver_that_said_it_is_not_concerned_is_concerned_once_the_transfer_is_accepted()
    {
        var (one, agent) = await Published();
        await one.Accepted(New.Transfer(Own, 0, "caf-gironde"), agent);
        await one.Accepted(New.Routing(1, Own, "caf-gironde"), shared.Moderator);
        var receiver = await shared.Silo.Account(Profile.Agent, "caf-gironde");
        await one.Accepted(New.NotConcerned("caf-gironde", 0), receiver);
        await one.Accepted(New.Acceptance(Own, 1), shared.Moderator);
        var standing = Assert.Single((await one.Grain.View(receiver))!.Standings);
        Assert.Equal(("caf-gironde", ResponseStatus.ToDo), (standing.Structure.Value, standing.Status));
        await shared.Silo.Projected();
        Assert.Equal(["(caf-gironde,1)"], await shared.Silo.Database.Rows($"select structure, status from read.standings where experience = '{one.Id}'"));
    }

    [Fact]
    public async Task Who_takes_over_reads_what_was_begun_and_a_page_from_before_a_return_is_stale()
    {
        var (one, agent) = await Published();
        await one.Accepted(New.Draft(Own, 0, An.Text("Commencé")), agent);
        await one.Accepted(New.Transfer(Own, 1, "caf-gironde"), agent);
        await one.Accepted(New.Acceptance(Own, 2), shared.Moderator);
        var receiver = await shared.Silo.Account(Profile.Agent, "caf-gironde");
        Assert.Equal("Commencé", Assert.Single((await one.Grain.View(receiver))!.Former).Draft!.Response.Text);

        await one.Accepted(New.Transfer("caf-gironde", 0, Own), receiver);
        await one.Accepted(New.Acceptance("caf-gironde", 1), shared.Moderator);
        Assert.Equal(Refusal.StaleVersion, await one.Refused(New.Draft(Own, 0), agent));
        Assert.Equal(Refusal.StaleVersion, await one.Refused(New.Draft(Own, 2), agent));
        await one.Accepted(New.Draft(Own, 3), agent);
    }

    private IDeskGrain Desk => shared.Silo.Grains.GetGrain<IDeskGrain>(0);

    private async Task<TransferItem> Asked(ExperienceId id) =>
        Assert.Single((await Desk.Transfers(new() { Limit = 100 }, shared.Moderator))!.Items, i => i.Experience == id);

    private async Task<(OneExperience One, Caller Agent)> Published()
    {
        var key = SubmissionKey.New();
        var one = new OneExperience(shared.Silo, SubmissionKey.ExperienceId(key), TrackingToken.FromSubmissionKey(key));
        await one.Accepted(New.Submission() with { OperationId = SubmissionKey.OperationId(key), TrackingToken = one.Token }, Caller.Anonymous);
        await one.Accepted(New.Publication(Own), shared.Moderator);
        return (one, await shared.Silo.Account(Profile.Agent, Own));
    }
}
