using Orleans.Core.Internal;
using SpPlus.Contracts.Accounts;
using SpPlus.Contracts.Audience;
using SpPlus.Tests.Experiences;
using SpPlus.Tests.Experiences.Decisions;
using SpPlus.Tests.Infrastructure;
using SpPlus.Web.Experiences;
using SpPlus.Web.Live;
using Xunit;

namespace SpPlus.Tests.Live;

/// <summary>Two web processes and the grains of a real silo.</summary>
public sealed class LiveGrainTests(SharedSilo shared) : IClassFixture<SharedSilo>
{
    private const string Caf = "caf-gironde";
    private const string Cpam = "cpam-gironde";

    [Fact]
    public async Task A_comment_reaches_the_pages_of_every_web_process()
    {
        var (one, anne, bruno) = await Published();
        await using var first = await Web();
        await using var second = await Web();
        var at = await Position(one, anne);
        var (hers, his) = (await first.Opened(one.Id, anne.Subject!, at), await second.Opened(one.Id, bruno.Subject!, at));
        await one.Accepted(New.Comment("Qui répond ?"), anne);
        Assert.Contains("Qui répond ?", await hers.Next("commentaire"), StringComparison.Ordinal);
        Assert.Contains("Qui répond ?", await his.Next("commentaire"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task People_see_one_another_across_web_processes_and_what_they_write()
    {
        var (one, anne, bruno) = await Published();
        await using var first = await Web();
        await using var second = await Web();
        var hers = await first.Opened(one.Id, anne.Subject!);
        Assert.Contains("Anne D.", await hers.Next("presence"), StringComparison.Ordinal);
        var his = await second.Opened(one.Id, bruno.Subject!);
        Assert.Contains("Bruno M.", await hers.Next("presence"), StringComparison.Ordinal);

        Assert.True(await one.Grain.Signal(Doing.Responding, TestReference.Id(Cpam), bruno));
        Assert.Contains("rédige la réponse", await hers.Next("presence"), StringComparison.Ordinal);
        Assert.False(await one.Grain.Signal(Doing.Responding, TestReference.Id(Caf), bruno));

        second.Rooms.Leave(one.Id, his.Page);
        Assert.DoesNotContain("Bruno M.", await hers.Next("presence"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_grain_forgot_when_it_moved_it_is_told_again_and_what_happened_meanwhile_arrives()
    {
        var (one, anne, _) = await Published();
        await using var web = await Web();
        var reader = await web.Opened(one.Id, anne.Subject!, await Position(one, anne));
        await one.Grain.AsReference<IGrainManagementExtension>().DeactivateOnIdle();
        await one.Accepted(New.Comment("Pendant le déménagement"), anne);
        web.Turn();
        Assert.Contains("Pendant le déménagement", await reader.Next("commentaire"), StringComparison.Ordinal);

        await one.Accepted(New.Comment("Après"), anne);
        Assert.Contains("Après", await reader.Next("commentaire"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whose_structure_is_no_longer_concerned_is_shown_out()
    {
        var (one, anne, bruno) = await Published();
        await using var web = await Web();
        var at = await Position(one, anne);
        var (hers, his) = (await web.Opened(one.Id, anne.Subject!, at), await web.Opened(one.Id, bruno.Subject!, at));
        await one.Accepted(New.Routing((await one.Grain.View(shared.Moderator))!.RoutingVersion, Caf), shared.Moderator);
        await his.Next("fin");
        Assert.Null(await his.Next());
        await hers.Next("change");
    }

    [Fact]
    public async Task Nobody_listens_to_an_experience_that_is_not_theirs_nor_to_one_that_does_not_exist()
    {
        var (one, _, _) = await Published();
        var stranger = await shared.Silo.Account(Profile.Agent, "ft-dr-martinique");
        await using var web = await Web();
        foreach (var id in new[] { one.Id, Contracts.Experiences.ExperienceId.From(Guid.NewGuid().ToString()) })
        {
            var reader = new Reader(stranger.Subject!);
            web.Rooms.Enter(id, reader.Page);
            Assert.False(await reader.Page.Admitted.WaitAsync(TimeSpan.FromSeconds(20)));
        }

        Assert.False(await one.Grain.Signal(Doing.Commenting, null, stranger));
    }

    private async Task<(OneExperience One, Caller Anne, Caller Bruno)> Published() =>
        (await shared.Published(Caf, Cpam), await shared.Silo.Account(Profile.Agent, Caf, "Anne D."), await shared.Silo.Account(Profile.Agent, Cpam, "Bruno M."));

    private static async Task<Position> Position(OneExperience one, Caller caller)
    {
        var view = (await one.Grain.View(caller))!;
        return new(view.Sequence, view.CommentCount);
    }

    private Task<WebReplica> Web() => WebReplica.Start(new ExperienceAudiences(shared.Silo.Grains, new(shared.Silo.Grains)));
}
