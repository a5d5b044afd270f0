using System.Collections.Immutable;
using CsCheck;
using SpPlus.Contracts.Accounts;
using SpPlus.Contracts.Experiences;
using SpPlus.Silo.Accounts;
using SpPlus.Silo.Experiences;
using SpPlus.Silo.Experiences.Facts;
using SpPlus.Tests.Experiences.Decisions;
using Xunit;
using static SpPlus.Tests.Experiences.TestReference;

namespace SpPlus.Tests.Experiences;

/// <summary>RESP-2: two or three structures work at the same time, in any order.</summary>
public sealed class InterleavingProperties
{
    private static readonly string[] Structures = ["ft-dr-nouvelle-aquitaine", "ft-dr-occitanie", "ft-dr-bretagne"];

    private enum Act
    {
        Save, AskValidation, Publish, TakeBack, Intend, Assign, Comment, Qualify, AskTransfer, WithdrawTransfer, Amend,
    }

    private sealed record Step(int Structure, Act Act, int Number);

    private static Gen<ImmutableArray<Step>> Steps(int structures) =>
        from steps in Gen.Select(Gen.Int[0, structures - 1], Gen.Enum<Act>(), Gen.Int[0, 1_000]).Array[1, 40]
        select steps.Select((s, i) => new Step(s.Item1, s.Item2, (s.Item3 * 100) + i)).ToImmutableArray();

    /// <summary>
    /// What one structure is answered, and where it ends, is what it would be if the others did nothing: none is refused because
    /// another acted, none is lost.
    /// </summary>
    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void Each_structure_ends_as_if_it_were_alone(int structures) => Steps(structures).Sample(
        steps =>
        {
            var (together, answers) = Play(steps);
            for (var i = 0; i < structures; i++)
            {
                var (alone, own) = Play([.. steps.Where(s => s.Structure == i)]);
                Assert.Equal(own, answers.Where(a => a.Structure == i));
                Assert.Equal(Shown(alone, i), Shown(together, i));
            }

            Assert.Equal(answers.Count(a => a is { Act: Act.Comment, Refusal: Refusal.None }), together.State.Comments.Count);
        },
        iter: 1_000);

    /// <summary>The text that stands is the last one whose save was accepted, whatever came in between.</summary>
    [Fact]
    public void Each_response_ends_as_its_own_last_accepted_save() => Steps(3).Sample(
        steps =>
        {
            var (an, answers) = Play(steps);
            for (var i = 0; i < 3; i++)
            {
                var last = answers.LastOrDefault(a => a.Structure == i && a.Refusal == Refusal.None && a.Act is Act.Save or Act.AskValidation or Act.Publish or Act.Amend);
                if (last is null) continue;
                var standing = an.State.StandingOf(Id(Structures[i]))!;
                Assert.Equal(TextOf(last.Number), (standing.Draft?.Response ?? standing.Published?.Response)!.Text);
            }
        },
        iter: 1_000);

    /// <summary>Every version that was public is kept, and the public never saw one that was taken back.</summary>
    [Fact]
    public void What_was_published_is_what_was_not_taken_back() => Steps(2).Sample(
        steps =>
        {
            var an = Play(steps).An;
            foreach (var standing in an.State.Standings)
            {
                var published = an.Facts.Select(f => f.Fact).OfType<ResponsePublished>().Where(f => f.Structure == standing.Structure).Select(f => f.Response.Text);
                Assert.Equal(published, [.. standing.Earlier.Select(e => e.Response.Text), .. standing.Published is { } last ? [last.Response.Text] : Array.Empty<string>()]);
                Assert.Equal(Enumerable.Range(1, published.Count()), [.. standing.Earlier.Select(e => e.Version), .. standing.Published is { } one ? [one.Version] : Array.Empty<int>()]);
            }
        },
        iter: 500);

    private sealed record Answered(int Structure, Act Act, int Number, Refusal Refusal);

    /// <summary>Each structure knows its own versions and nothing of the others'. Windows close between two steps, now and then.</summary>
    private static (An An, List<Answered> Answers) Play(ImmutableArray<Step> steps)
    {
        var (an, answers) = (An.Experience.Published(Structures) with { UndoWindow = TimeSpan.FromMinutes(10) }, new List<Answered>());
        foreach (var step in steps)
        {
            var agent = Account(Profile.Agent, Structures[step.Structure]);
            an = an with { Colleague = agent };
            var command = Command(step, an, agent);
            answers.Add(new(step.Structure, step.Act, step.Number, an.Refusal(command, agent)));
            an = an.Then(command, an.By(agent));
            // By its own number, so that a structure's windows close at the same steps whether it is alone or not.
            if (step.Number % 3 == 0) an = Closed(an, Structures[step.Structure]);
        }

        return (an, answers);
    }

    private static An Closed(An an, string structure) => an.State.StandingOf(Id(structure))!.Pending is { Response: { } response } pending
        ? an.With(Actor.System, new ResponsePublished { Structure = Id(structure), Version = pending.Version, Response = response })
        : an;

    private static ExperienceCommand Command(Step step, An an, Account agent)
    {
        var structure = Structures[step.Structure];
        var (version, text) = (an.VersionOf(structure), An.Text(TextOf(step.Number)));
        return step.Act switch
        {
            Act.Save => New.Draft(structure, version, text),
            Act.AskValidation => New.Validation(structure, version, text),
            Act.Publish or Act.Amend => New.Response(structure, version, text),
            Act.TakeBack => New.TakeBack(structure, version),
            Act.Intend => New.Intent(structure, (Intent)(1 + (step.Number % 4))),
            Act.Assign => New.Assignment(structure, agent.Subject),
            Act.Qualify => New.Channels(structure, an.State.StandingOf(Id(structure))!.ChannelsVersion, "phone"),
            Act.AskTransfer => New.Transfer(structure, version, "caf-gironde"),
            Act.WithdrawTransfer => New.TransferWithdrawal(structure, version),
            _ => New.Comment($"Commentaire {step.Number}"),
        };
    }

    private static string TextOf(int number) => $"Réponse n° {number}";

    private static string Shown(An an, int structure) =>
        System.Text.Json.JsonSerializer.Serialize(an.State.StandingOf(Id(Structures[structure])), StoredJson.Context.Standing);
}
