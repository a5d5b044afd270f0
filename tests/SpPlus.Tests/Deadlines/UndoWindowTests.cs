using SpPlus.Contracts.Accounts;
using SpPlus.Contracts.Experiences;
using SpPlus.Tests.Experiences;
using SpPlus.Tests.Experiences.Decisions;
using SpPlus.Tests.Infrastructure;
using Xunit;

namespace SpPlus.Tests.Deadlines;

/// <summary>RESP-5, STEP-1.</summary>
public sealed class UndoWindowTests(PatientSilo shared) : IClassFixture<PatientSilo>
{
    private const string Own = "ft-dr-nouvelle-aquitaine";
    private const string Other = "ft-dr-occitanie";
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    [Fact]
    public async Task A_response_is_public_and_the_author_told_only_once_its_window_has_closed()
    {
        var (one, agent) = await Published();
        await one.Accepted(New.Response(Own, 0), agent);
        await shared.After(Window - TimeSpan.FromSeconds(5));

        var standing = (await one.Grain.View(agent))!.Standings[0];
        Assert.Equal((ResponseStatus.Publishing, "Agent"), (standing.Status, standing.Pending!.By));
        Assert.Null(Assert.Single((await one.Grain.Track(one.Author))!.Structures, s => s.Structure == standing.Structure).Response);
        Assert.Equal(0, await Mails(one));

        await shared.After(TimeSpan.FromSeconds(6));
        await shared.After(TimeSpan.Zero);

        standing = (await one.Grain.View(agent))!.Standings[0];
        Assert.Equal((ResponseStatus.Published, "Agent"), (standing.Status, standing.Published!.By));
        Assert.Null(standing.Pending);
        Assert.Equal(1, await Mails(one));
        Assert.Equal((short)4, await shared.Silo.Database.Scalar<short>($"select status from read.standings where experience = '{one.Id}' and structure = '{Own}'"));
    }

    [Fact]
    public async Task Taken_back_it_is_a_draft_again_and_nobody_is_told()
    {
        var (one, agent) = await Published();
        await one.Accepted(New.Response(Own, 0, An.Text("Trop vite")), agent);
        await one.Accepted(New.TakeBack(Own, 1), await shared.Silo.Account(Profile.SuperAgent, "france-travail"));
        await shared.After(2 * Window);

        var standing = (await one.Grain.View(agent))!.Standings[0];
        Assert.Equal((ResponseStatus.Draft, "Trop vite", "Agent"), (standing.Status, standing.Draft!.Response.Text, standing.Draft.By));
        Assert.Equal(0, await Mails(one));
        Assert.Equal((short)2, await shared.Silo.Database.Scalar<short>($"select status from read.standings where experience = '{one.Id}' and structure = '{Own}'"));
    }

    [Fact]
    public async Task Once_the_window_has_closed_it_is_too_late_even_if_nobody_has_settled_it_yet()
    {
        var (one, agent) = await Published();
        await one.Accepted(New.Response(Own, 0), agent);
        shared.Clock.Advance(Window);
        Assert.Equal(Refusal.TooLate, await one.Refused(New.TakeBack(Own, 1), agent));
        await shared.After(TimeSpan.Zero);
        Assert.Equal(Refusal.TooLate, await one.Refused(New.TakeBack(Own, 2), agent));
    }

    [Fact]
    public async Task Taken_back_and_published_again_it_has_a_new_window_and_one_mail()
    {
        var (one, agent) = await Published();
        await one.Accepted(New.Response(Own, 0), agent);
        await shared.After(TimeSpan.FromMinutes(9));
        await one.Accepted(New.TakeBack(Own, 1), agent);
        await one.Accepted(New.Response(Own, 2, An.Text("Relue")), agent);
        await shared.After(TimeSpan.FromMinutes(2));
        Assert.Equal(ResponseStatus.Publishing, (await one.Grain.View(agent))!.Standings[0].Status);
        await shared.After(TimeSpan.FromMinutes(9));
        Assert.Equal("Relue", (await one.Grain.View(agent))!.Standings[0].Published!.Response.Text);
        Assert.Equal(1, await Mails(one));
    }

    [Fact]
    public async Task Two_structures_that_publish_the_same_adopted_response_give_the_author_one_mail()
    {
        var (one, agent) = await Published("caf-gironde");
        await one.Accepted(New.Response(Own, 0), agent);
        await shared.After(Window);
        foreach (var structure in new[] { Other, "caf-gironde" })
            await one.Accepted(New.Adoption(structure, 0, Own), await shared.Silo.Account(Profile.Agent, structure));
        await shared.After(Window);
        Assert.All((await one.Grain.View(agent))!.Standings.Skip(1), s => Assert.Equal(ResponseStatus.Adopted, s.Status));
        Assert.Equal(1, await Mails(one));
    }

    [Fact]
    public async Task An_amendment_keeps_the_version_before_it_and_asks_the_adopter_to_confirm()
    {
        var (one, agent) = await Published();
        var adopter = await shared.Silo.Account(Profile.Agent, Other);
        await one.Accepted(New.Response(Own, 0, An.Text("Première version")), agent);
        await shared.After(Window);
        await one.Accepted(New.Adoption(Other, 0, Own), adopter);
        await shared.After(Window);
        await one.Accepted(New.Response(Own, 2, An.Text("Seconde version")), agent);
        Assert.Equal("Première version", (await one.Grain.View(agent))!.Standings[0].Published!.Response.Text);
        await shared.After(Window);

        var view = (await one.Grain.View(adopter))!;
        Assert.Equal((2, "Première version"), (view.Standings[0].Published!.Version, Assert.Single(view.Standings[0].Earlier).Response.Text));
        Assert.True(view.Standings[1].AdoptedIsAmended);
        await one.Accepted(New.Adoption(Other, 2, Own, adoptedVersion: 2), adopter);
        await shared.After(Window);
        Assert.False((await one.Grain.View(adopter))!.Standings[1].AdoptedIsAmended);
    }

    private async Task<(OneExperience One, Caller Agent)> Published(params string[] more)
    {
        var key = SubmissionKey.New();
        var one = new OneExperience(shared.Silo, SubmissionKey.ExperienceId(key), TrackingToken.FromSubmissionKey(key));
        await one.Accepted(New.Submission() with { OperationId = SubmissionKey.OperationId(key), TrackingToken = one.Token, Email = "auteur@exemple.fr" }, Caller.Anonymous);
        await one.Accepted(New.Publication([Own, Other, .. more]), shared.Moderator);
        return (one, await shared.Silo.Account(Profile.Agent, Own));
    }

    private Task<long> Mails(OneExperience one) => shared.Silo.Database.Scalar<long>(
        $"select count(*) from mail.queue where experience = '{one.Id}' and step = '{Silo.Mail.MailStep.ResponsePublished}'");
}
