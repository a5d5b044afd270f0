using SpPlus.Contracts.Accounts;
using SpPlus.Contracts.Experiences;
using SpPlus.Tests.Experiences.Decisions;
using SpPlus.Tests.Infrastructure;
using Xunit;

namespace SpPlus.Tests.Experiences;

/// <summary>RESP-2: what is being typed outlives another's save, the browser and the silo.</summary>
public sealed class KeptTextTests(SharedSilo shared) : IClassFixture<SharedSilo>
{
    private const string Own = "france-travail";

    [Fact]
    public async Task Two_agents_of_one_structure_type_at_once_and_each_finds_their_own_words_and_the_others()
    {
        var one = await shared.Published(Own, "caf-gironde");
        var (camille, hugo) = (await shared.Silo.Account(Profile.Agent, Own, "Camille D."), await shared.Silo.Account(Profile.Agent, Own, "Hugo P."));
        Assert.Equal(Refusal.None, await one.Grain.Keep(Typed("De Camille"), camille));
        Assert.Equal(Refusal.None, await one.Grain.Keep(Typed("De Hugo"), hugo));
        Assert.Equal(Refusal.None, await one.Grain.Keep(Typed("De Camille, suite"), camille));
        await one.Accepted(New.Draft(Own, 0, An.Text("Enregistré")), hugo);

        var kept = (await one.Grain.View(camille))!.Standings[0].Kept;
        Assert.Equal(("De Camille, suite", "Camille D.", true), (Assert.Single(kept).Response.Text, kept[0].By, kept[0].IsCaller));
        Assert.False(Assert.Single((await one.Grain.View(hugo))!.Standings[0].Kept).IsCaller);
    }

    [Fact]
    public async Task Once_saved_or_published_there_is_nothing_to_take_up_again()
    {
        var one = await shared.Published(Own);
        var agent = await shared.Silo.Account(Profile.Agent, Own);
        await one.Grain.Keep(Typed("Réponse"), agent);
        await one.Accepted(New.Response(Own, 0, An.Text("Réponse")), agent);
        Assert.Empty((await one.Grain.View(agent))!.Standings[0].Kept);
        await one.Grain.Keep(Typed("Réponse", version: 1), agent);
        Assert.Empty((await one.Grain.View(agent))!.Standings[0].Kept);
    }

    [Fact]
    public async Task What_its_writer_has_saved_does_not_come_back_when_a_colleague_goes_on()
    {
        var one = await shared.Published(Own);
        var (camille, hugo) = (await shared.Silo.Account(Profile.Agent, Own), await shared.Silo.Account(Profile.Agent, Own));
        await one.Grain.Keep(Typed("De Camille"), camille);
        await one.Accepted(New.Draft(Own, 0, An.Text("De Camille")), camille);
        await one.Accepted(New.Draft(Own, 1, An.Text("De Camille, puis de Hugo")), hugo);
        Assert.Empty((await one.Grain.View(camille))!.Standings[0].Kept);
        Assert.Empty((await one.Grain.View(hugo))!.Standings[0].Kept);
        Assert.Equal(Refusal.StaleVersion, await one.Grain.Keep(Typed("D’une page d’avant"), camille));
        Assert.Equal(Refusal.None, await one.Grain.Keep(Typed("D’une page d’après", version: 1), camille));
    }

    [Fact]
    public async Task What_was_never_saved_is_there_also_after_a_colleague_published_until_its_writer_lets_it_go()
    {
        var one = await shared.Published(Own);
        var (camille, hugo) = (await shared.Silo.Account(Profile.Agent, Own), await shared.Silo.Account(Profile.Agent, Own));
        await one.Grain.Keep(Typed("Quarante minutes de travail"), camille);
        await one.Accepted(New.Response(Own, 0, An.Text("Une autre réponse")), hugo);
        Assert.Single((await one.Grain.View(camille))!.Standings[0].Kept, k => k.IsCaller);
        Assert.Equal(Refusal.None, await one.Grain.LetGo(TestReference.Id(Own), hugo));
        Assert.Single((await one.Grain.View(camille))!.Standings[0].Kept);
        Assert.Equal(Refusal.None, await one.Grain.LetGo(TestReference.Id(Own), camille));
        Assert.Empty((await one.Grain.View(camille))!.Standings[0].Kept);
    }

    [Fact]
    public async Task Nobody_keeps_or_reads_a_text_for_a_structure_that_is_not_theirs()
    {
        var one = await shared.Published(Own, "caf-gironde");
        var (agent, other) = (await shared.Silo.Account(Profile.Agent, Own), await shared.Silo.Account(Profile.Agent, "caf-gironde"));
        await one.Grain.Keep(Typed("Entre nous"), agent);
        Assert.Equal(Refusal.NotAllowed, await one.Grain.Keep(Typed("Pas à moi"), other));
        Assert.Equal(Refusal.NotAllowed, await one.Grain.Keep(Typed("Pas à moi"), await shared.Silo.Account(Profile.Reader, Own)));
        Assert.Equal(Refusal.NotFound, await one.Grain.Keep(Typed("Pas à moi"), await shared.Silo.Account(Profile.Agent, "cpam-gironde")));
        Assert.Equal(Refusal.Invalid, await one.Grain.Keep(Typed(new('a', 20_001)), agent));
        Assert.All((await one.Grain.View(other))!.Standings, s => Assert.Empty(s.Kept));
        Assert.All((await one.Grain.View(shared.Moderator))!.Standings, s => Assert.Empty(s.Kept));
    }

    [Fact]
    public async Task A_kept_text_is_there_after_the_silo()
    {
        await using var first = await SiloUnderTest.Start();
        var key = SubmissionKey.New();
        var one = new OneExperience(first, SubmissionKey.ExperienceId(key), TrackingToken.FromSubmissionKey(key));
        await one.Accepted(New.Submission() with { OperationId = SubmissionKey.OperationId(key), TrackingToken = one.Token }, Caller.Anonymous);
        await one.Accepted(New.Publication(Own), await first.Account(Profile.Moderator, "ditp"));
        var agent = await first.Account(Profile.Agent, Own);
        await one.Grain.Keep(Typed("Avant \"l’arrêt\" 👩‍👧"), agent);

        await using var second = await SiloUnderTest.Start(first.ConnectionString);
        Assert.Equal("Avant \"l’arrêt\" 👩‍👧", Assert.Single((await second.Experience(one.Id).View(agent))!.Standings[0].Kept).Response.Text);
    }

    private static KeepText Typed(string text, int version = 0) => new() { Structure = TestReference.Id(Own), Version = version, Response = An.Text(text) };
}
