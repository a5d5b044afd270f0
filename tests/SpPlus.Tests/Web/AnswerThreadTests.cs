using SpPlus.Contracts.Experiences;
using SpPlus.Contracts.Structures;
using SpPlus.Web.Experiences;
using Xunit;

namespace SpPlus.Tests.Web;

public sealed class AnswerThreadTests
{
    private static readonly DateTimeOffset Monday = new(2026, 11, 16, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_joint_answer_is_one_card_and_its_complement_follows_it()
    {
        var cards = AnswerThread.Of(
        [
            Answered("cpam-gironde", day: 3) with { Complements = StructureId.Parse("caf-gironde") },
            Awaited("sip-merignac") with { Status = ResponseStatus.Adopted, Adopted = StructureId.Parse("caf-gironde"), PublishedAt = Monday.AddDays(1) },
            Answered("prefecture", day: 2),
            Answered("caf-gironde", day: 0),
            Awaited("carsat"),
        ]);

        Assert.Equal(["caf-gironde", "cpam-gironde", "prefecture"], cards.Select(c => c.Answer.Structure.Value));
        Assert.Equal(["sip-merignac"], cards[0].Adopters.Select(a => a.Structure.Value));
        Assert.Equal([false, true, false], cards.Select(c => c.IsComplement));
    }

    [Fact]
    public void An_amended_answer_is_no_longer_that_of_those_who_have_not_confirmed()
    {
        var caf = StructureId.Parse("caf-gironde");
        var card = Assert.Single(AnswerThread.Of(
        [
            Answered("caf-gironde", day: 3) with { Version = 2, AnsweredAt = Monday },
            Awaited("sip-merignac") with { Status = ResponseStatus.Adopted, Adopted = caf, AdoptedVersion = 1, PublishedAt = Monday.AddDays(1) },
            Awaited("carsat") with { Status = ResponseStatus.Adopted, Adopted = caf, AdoptedVersion = 2, PublishedAt = Monday.AddDays(4) },
        ]));

        Assert.True(card.IsAmended);
        Assert.Equal(["carsat"], card.Adopters.Select(a => a.Structure.Value));
        Assert.Equal(["sip-merignac"], card.EarlierAdopters.Select(a => a.Structure.Value));
    }

    [Fact]
    public void No_text_is_lost_when_what_it_completes_is_not_there()
    {
        var cards = AnswerThread.Of(
        [
            Answered("a-structure", day: 0) with { Complements = StructureId.Parse("b-structure") },
            Answered("b-structure", day: 1) with { Complements = StructureId.Parse("a-structure") },
            Answered("c-structure", day: 2) with { Complements = StructureId.Parse("gone") },
            Answered("d-structure", day: 3) with { Complements = StructureId.Parse("d-structure") },
        ]);

        Assert.Equal(["a-structure", "b-structure", "c-structure", "d-structure"], cards.Select(c => c.Answer.Structure.Value).Order());
    }

    [Fact]
    public void What_completes_a_complement_follows_it() =>
        Assert.Equal(
            ["a-structure", "b-structure", "c-structure"],
            AnswerThread.Of(
            [
                Answered("c-structure", day: 2) with { Complements = StructureId.Parse("b-structure") },
                Answered("b-structure", day: 1) with { Complements = StructureId.Parse("a-structure") },
                Answered("a-structure", day: 0),
            ]).Select(c => c.Answer.Structure.Value));

    [Fact]
    public void Without_answers_there_is_no_card() => Assert.Empty(AnswerThread.Of([Awaited("caf-gironde")]));

    private static PublicStanding Awaited(string structure) => new() { Structure = StructureId.Parse(structure), Status = ResponseStatus.ToDo };

    private static PublicStanding Answered(string structure, int day) =>
        Awaited(structure) with { Status = ResponseStatus.Published, Response = "Bonjour.", PublishedAt = Monday.AddDays(day) };
}
