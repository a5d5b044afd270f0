using SpPlus.Contracts.Accounts;
using SpPlus.Contracts.Experiences;
using SpPlus.Contracts.Moderation;
using SpPlus.Tests.Experiences.Decisions;
using SpPlus.Tests.Infrastructure;
using Xunit;

namespace SpPlus.Tests.Similar;

public sealed class SimilarTests(SharedSilo shared) : IClassFixture<SharedSilo>
{
    private const string Story =
        "La borne biométrique de la mairie annexe refuse mon passeport depuis lundi. L’agente d’accueil m’a proposé un autre rendez-vous dans six semaines, bien après mon départ.";

    private ISimilarGrain Similar => shared.Silo.Grains.GetGrain<ISimilarGrain>(0);

    [Fact]
    public async Task What_tells_the_same_is_found_among_what_is_public_and_among_what_waits()
    {
        var published = await Submitted("Borne biométrique en panne", Story);
        await published.Accepted(New.Publication("caf-gironde"), shared.Moderator);
        var other = await Submitted("Un tout autre sujet", "Le remboursement de mes lunettes est arrivé en quatre jours, je remercie vivement la caisse et son équipe.");
        await other.Accepted(New.Publication("caf-gironde"), shared.Moderator);
        var waiting = await Submitted("Borne en panne, suite", Story + " Je renvoie mon récit, car le premier n’apparaît pas.");
        var asked = await Submitted("Passeport impossible", "Bonjour. " + Story);

        var found = await Found(asked.Id);
        var same = Assert.Single(found.Public);
        Assert.Equal((published.Id, "Borne biométrique en panne", ExperienceStatus.Published, true), (same.Experience, same.Title, same.Status, same.MaybeSame));
        Assert.InRange(same.SharedWords, 60, 100);
        Assert.Contains(found.Waiting, w => w.Experience == waiting.Id && w.MaybeSame && w.Title == "Borne en panne, suite");
        Assert.DoesNotContain(found.Waiting, w => w.Experience == asked.Id);

        await published.Accepted(New.Unpublication(), shared.Moderator);
        await waiting.Accepted(New.Reject(), shared.Moderator);
        found = await Found(asked.Id);
        Assert.DoesNotContain(found.Public, p => p.Experience == published.Id);
        Assert.DoesNotContain(found.Waiting, w => w.Experience == waiting.Id);
    }

    [Fact]
    public async Task Only_the_DITP_is_answered()
    {
        var one = await shared.Published("caf-gironde");
        foreach (var stranger in new[] { await shared.Silo.Account(Profile.SuperAgent, "caf-gironde"), Caller.Anonymous, one.Author })
            Assert.Null(await Similar.Of(one.Id, stranger));
        Assert.Null(await Similar.Of(ExperienceId.From("nobody wrote it"), shared.Moderator));
    }

    [Theory]
    [InlineData(@"l'aute\ur a écrit ' \\ & | ! :* <-> (), ce qui n'est pas une requête")]
    [InlineData("''''''''''''''''''''''''''''''''''''''''''''''''''''''")]
    [InlineData("https://exemple.fr/a\\b?c='d' file:///etc/passwd 1e10 -5 <b>gras</b> a@exemple.fr")]
    public async Task Whatever_was_written_is_only_words(string story)
    {
        var one = await Submitted("Un titre quelconque", story + " et encore cinquante caractères pour que ce soit un récit.");
        Assert.NotNull(await Found(one.Id));
    }

    private async Task<SimilarExperiences> Found(ExperienceId id)
    {
        await shared.Silo.Projected();
        SimilarExperiences found;
        do found = (await Similar.Of(id, shared.Moderator))!;
        while (found.IsPartial);
        return found;
    }

    private async Task<OneExperience> Submitted(string title, string story)
    {
        var key = SubmissionKey.New();
        var one = new OneExperience(shared.Silo, SubmissionKey.ExperienceId(key), TrackingToken.FromSubmissionKey(key));
        await one.Accepted(
            New.Submission() with { OperationId = SubmissionKey.OperationId(key), TrackingToken = one.Token, Title = title, Story = story }, Caller.Anonymous);
        return one;
    }
}
