using SpPlus.Contracts.Accounts;
using SpPlus.Contracts.Experiences;
using SpPlus.Tests.Experiences.Decisions;
using SpPlus.Tests.Infrastructure;
using Xunit;
using static SpPlus.Tests.Experiences.TestReference;

namespace SpPlus.Tests.Experiences;

public sealed class GrainRightsTests(SharedSilo shared) : IClassFixture<SharedSilo>
{
    private const string Caf = "caf-gironde";
    private const string Cpam = "cpam-gironde";

    private IDeskGrain Desk => shared.Silo.Grains.GetGrain<IDeskGrain>(0);

    [Fact]
    public async Task An_experience_that_does_not_exist_is_not_found_by_anybody()
    {
        var unknown = shared.Silo.Experience(ExperienceId.From(Guid.NewGuid().ToString()));
        foreach (var caller in new[] { shared.Moderator, Caller.Anonymous, Caller.Author(An.Token), Caller.Agent("nobody-knows") })
        {
            Assert.Equal(Refusal.NotFound, (await unknown.Execute(New.Comment(), caller)).Refusal);
            Assert.Equal(Refusal.NotFound, (await unknown.Execute(New.Withdraw(), caller)).Refusal);
            Assert.Null(await unknown.View(caller));
            Assert.Null(await unknown.Track(caller));
            Assert.Null(await unknown.History(caller));
        }
    }

    [Theory]
    [InlineData("not a reference")]
    [InlineData("..%2f..%2fetc")]
    [InlineData("'; drop table journal.facts; --")]
    [InlineData("é")]
    public async Task A_key_that_is_no_reference_is_not_found(string key)
    {
        var grain = shared.Silo.Grains.GetGrain<IExperienceGrain>(key);
        Assert.Equal(Refusal.NotFound, (await grain.Execute(New.Submission(), Caller.Anonymous)).Refusal);
        Assert.Null(await grain.View(shared.Moderator));
        Assert.Null(await grain.Track(Caller.Author(An.Token)));
        Assert.Null(await grain.History(shared.Moderator));
    }

    [Fact]
    public async Task A_reference_in_another_spelling_is_not_a_second_experience()
    {
        var one = await shared.Published(Caf);
        var lower = shared.Silo.Grains.GetGrain<IExperienceGrain>(one.Id.Value.ToLowerInvariant() is var key && key != one.Id.Value ? key : "aaaaa-aaaaa");
        Assert.Null(await lower.View(shared.Moderator));
        Assert.Equal(Refusal.NotFound, (await lower.Execute(New.Comment(), shared.Moderator)).Refusal);
    }

    [Fact]
    public async Task Someone_elses_experience_is_not_found_and_shows_in_no_list()
    {
        var one = await shared.Published(Caf);
        await shared.Silo.Projected();
        foreach (var stranger in new[]
        {
            await shared.Silo.Account(Profile.Agent, "caf-paris"), await shared.Silo.Account(Profile.NetworkAdministrator, "cnam"),
            await shared.Silo.Account(Profile.Agent, "ditp"), Caller.Anonymous, one.Author, Caller.Agent("nobody-knows"),
        })
        {
            Assert.Null(await one.Grain.View(stranger));
            Assert.Null(await one.Grain.History(stranger));
            Assert.Equal(Refusal.NotFound, await one.Refused(New.Comment(), stranger));
            Assert.Equal(Refusal.NotFound, await one.Refused(New.Draft(Caf, 0), stranger));
            Assert.Equal(Refusal.NotFound, await one.Refused(New.Unpublication(), stranger));
            var inbox = await Desk.Inbox(new() { Structure = Id(Caf) }, stranger);
            Assert.True(inbox is null || (inbox.Items.IsEmpty && inbox.Counts.IsEmpty));
            Assert.DoesNotContain((await Desk.Inbox(new(), stranger))?.Items ?? [], i => i.Experience == one.Id);
            Assert.Null(await Desk.ModerationQueue(new(), stranger));
        }

        Assert.Null(await one.Grain.Track(Caller.Author(An.Token)));
        Assert.Null(await one.Grain.Track(shared.Moderator));
        Assert.NotNull(await one.Grain.Track(one.Author));
    }

    [Fact]
    public async Task An_account_that_is_disabled_reaches_nothing()
    {
        var one = await shared.Published(Caf);
        var agent = await shared.Silo.Account(Profile.Agent, Caf);
        Assert.NotNull(await one.Grain.View(agent));
        await shared.Silo.Database.Execute($"update directory.accounts set enabled = false where subject = '{agent.Subject}'");
        await shared.Silo.Account(Profile.Reader, Caf);
        Assert.Null(await one.Grain.View(agent));
        Assert.Null(await Desk.Account(agent));
        Assert.Null(await Desk.Inbox(new(), agent));
    }

    [Fact]
    public async Task A_draft_and_the_word_about_it_stay_within_their_structure_and_the_DITP()
    {
        var one = await shared.Published(Caf, Cpam);
        var (agent, other) = (await shared.Silo.Account(Profile.Agent, Caf), await shared.Silo.Account(Profile.SuperAgent, Cpam));
        var above = await shared.Silo.Account(Profile.SuperAgent, "cnaf");
        await one.Accepted(New.Validation(Caf, 0, An.Text("Texte secret")), agent);
        await one.Accepted(New.SendBack(Caf, 1) with { Word = "Mot secret" }, above);

        foreach (var reader in new[] { agent, above, shared.Moderator })
        {
            var draft = (await one.Grain.View(reader))!.Standings[0].Draft!;
            Assert.Equal(("Texte secret", "Mot secret"), (draft.Response.Text, draft.SentBackWord));
            Assert.Contains((await one.Grain.History(reader))!.Value, e => e.Detail == "Mot secret");
        }

        var seen = (await one.Grain.View(other))!;
        Assert.Equal(ResponseStatus.Draft, seen.Standings[0].Status);
        Assert.Null(seen.Standings[0].Draft);
        Assert.DoesNotContain((await one.Grain.History(other))!.Value, e => e.Detail == "Mot secret");
        Assert.All((await one.Grain.Track(one.Author))!.Structures, s => Assert.Null(s.Response));
    }

    [Fact]
    public async Task A_draft_outlives_the_replacement_of_its_structure_for_those_who_could_read_it_and_for_who_takes_over()
    {
        var one = await shared.Published("drfip-gironde", Caf);
        var (agent, other) = (await shared.Silo.Account(Profile.Agent, "drfip-gironde"), await shared.Silo.Account(Profile.Agent, Caf));
        await one.Accepted(New.Draft("drfip-gironde", 0, An.Text("Commencé")), agent);
        await one.Accepted(New.Replacement("drfip-gironde", "sip-libourne"), agent);

        var former = Assert.Single((await one.Grain.View(agent))!.Former);
        Assert.Equal(("Commencé", ExperienceActions.None), (former.Draft!.Response.Text, former.Actions));
        Assert.Empty((await one.Grain.View(other))!.Former);
        Assert.Single((await one.Grain.View(await shared.Silo.Account(Profile.Agent, "sip-libourne")))!.Former);
    }

    [Fact]
    public async Task The_author_never_sees_an_agent_nor_the_thread()
    {
        var one = await shared.Published("france-travail");
        var agent = await shared.Silo.Account(Profile.Agent, "france-travail", "Nadia B.");
        await one.Accepted(New.Comment("Entre nous"), agent);
        await one.Accepted(New.Response("france-travail", 0), agent);
        Assert.Null(Assert.Single((await one.Grain.Track(one.Author))!.Structures).Response!.By);
        Assert.Equal("Nadia B.", (await one.Grain.View(agent))!.Standings[0].Published!.By);
    }

    [Fact]
    public async Task Words_as_they_were_sent_are_for_the_DITP_also_once_rejected_and_gone_once_withdrawn()
    {
        var one = await shared.Submitted();
        Assert.Equal(An.Sent.Title, (await one.Grain.View(shared.Moderator))!.Title);
        await one.Accepted(New.Reject(), shared.Moderator);
        Assert.Equal(An.Sent.Story, (await one.Grain.View(shared.Moderator))!.Story);
        Assert.Null((await one.Grain.Track(one.Author))!.Story);

        var published = await shared.Published(Caf);
        await published.Accepted(New.Withdraw(), published.Author);
        var view = (await published.Grain.View(await shared.Silo.Account(Profile.Agent, Caf)))!;
        Assert.Equal(("", "", ExperienceStatus.Withdrawn), (view.Title, view.Story, view.Status));
        Assert.Null((await published.Grain.Track(published.Author))!.Story);
    }

    [Theory]
    [InlineData("1~a\u0000b~caf-gironde")]
    [InlineData("1~\ud800~caf-gironde")]
    [InlineData("99999999999999999999~a~b")]
    [InlineData("-1~a~b")]
    [InlineData("1~2")]
    [InlineData("~~")]
    public async Task A_forged_page_mark_is_the_first_page(string after)
    {
        await shared.Published(Caf);
        await shared.Silo.Projected();
        var agent = await shared.Silo.Account(Profile.Agent, Caf);
        Assert.NotEmpty((await Desk.Inbox(new() { After = after, Limit = -5 }, agent))!.Items);
        Assert.NotNull(await Desk.ModerationQueue(new() { After = after }, shared.Moderator));
    }

    [Fact]
    public void What_is_logged_of_a_call_carries_no_word_and_no_address()
    {
        var submission = New.Submission() with { Email = "auteur@exemple.fr" };
        Assert.Equal($"SubmitExperience {submission.OperationId}", submission.ToString());
        Assert.DoesNotContain("Brouillon", New.Draft(Caf, 0, An.Text("Brouillon")).ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(TrackingToken.Hash(An.Token), Caller.Author(An.Token).ToString(), StringComparison.Ordinal);
    }
}
