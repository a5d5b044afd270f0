using System.Collections.Immutable;
using SpPlus.Contracts.Experiences;
using SpPlus.Contracts.Structures;
using SpPlus.Web.Moderation;
using Xunit;

namespace SpPlus.Tests.Web;

public sealed class ModerationDraftTests
{
    private static readonly (StructureId Caf, StructureId Cpam, StructureId Sip) Ids =
        (StructureId.Parse("caf-gironde"), StructureId.Parse("cpam-gironde"), StructureId.Parse("sip-merignac"));

    private static readonly ExperienceView Submitted = new()
    {
        Id = ExperienceId.From("an experience to moderate"),
        Status = ExperienceStatus.Submitted,
        Title = "Un long silence",
        Story = "Une ligne,\n\npuis une autre.",
        ContactDate = new(2026, 2, 20),
        Feeling = Feeling.Negative,
        SubmittedAt = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero),
        Actions = ExperienceActions.Moderate | ExperienceActions.Route,
    };

    private static readonly ExperienceView Published = Submitted with
    {
        Status = ExperienceStatus.Published, Actions = ExperienceActions.Route, RoutingVersion = 3,
        Standings = [Standing(Ids.Caf, ResponseStatus.ToDo), Standing(Ids.Cpam, ResponseStatus.NotConcerned)],
    };

    private static readonly ModerationDraft Untouched = ModerationDraft.Of(Submitted);

    [Fact]
    public void A_text_that_only_a_browser_has_rewritten_is_not_edited() =>
        Assert.Empty(TypedField.In(Untouched with { Story = "\r\nUne ligne,\r\n\r\npuis une autre.\r\n", Pseudonym = "", Procedure = "" }));

    [Fact]
    public void Publishing_as_sent_leaves_every_edit_aside_and_says_which() => Assert.Equal(
        ["titre", "pseudonyme", "demarche", "mots", "mots-rejet"],
        TypedField.LeftAsideBy(ModerationChoice.Publish, Untouched with
        {
            Title = "Un silence", Pseudonym = "Z.", Procedure = "APL", Words = "Un nom est masqué.", RejectionWords = "Non",
        }).Select(f => f.Name));

    [Theory]
    [InlineData(ModerationChoice.Publish, true)]
    [InlineData(ModerationChoice.Reject, true)]
    [InlineData(ModerationChoice.PublishModerated, false)]
    public void A_decision_leaves_aside_what_it_does_not_carry(string choice, bool expected) =>
        Assert.Equal(expected, !TypedField.LeftAsideBy(choice, Untouched with { Story = "Autre chose" }).IsEmpty);

    [Fact]
    public void An_edit_stays_an_edit_after_somebody_else_published_other_words()
    {
        Assert.Empty(TypedField.In(Untouched));
        Assert.Equal("titre", Assert.Single(TypedField.In(Untouched with { Title = "Un titre de moi" })).Name);
    }

    [Fact]
    public void A_structure_that_is_not_concerned_is_ticked_only_by_who_has_seen_that_it_said_so()
    {
        Assert.Equal<StructureId>([Ids.Caf], ModerationDraft.Of(Published).Ticked(Published).AsEnumerable());

        var before = Ticked(version: 2, Ids.Caf, Ids.Cpam);
        Assert.True(before.IsRoutingStale(Published));
        Assert.Equal<StructureId>([Ids.Caf], before.Ticked(Published).AsEnumerable());
        Assert.Equal<StructureId>([Ids.Caf, Ids.Cpam], (before with { RoutingShown = 3 }).Ticked(Published).AsEnumerable());
        Assert.Equal<StructureId>([Ids.Caf, Ids.Cpam], Ticked(version: 3, Ids.Caf, Ids.Cpam).Ticked(Published).AsEnumerable());
    }

    [Fact]
    public void A_structure_that_has_answered_stays_ticked()
    {
        var answered = Published with { Standings = [Standing(Ids.Caf, ResponseStatus.Published) with { AnsweredAt = Submitted.SubmittedAt }] };
        Assert.Equal<StructureId>([Ids.Caf, Ids.Sip], Ticked(version: 3, Ids.Sip).Ticked(answered).AsEnumerable());
    }

    [Fact]
    public void A_passage_that_a_moderator_points_at_is_masked_once_and_only_where_the_text_holds_it()
    {
        var spotted = Untouched.Spotted("silence");
        Assert.Equal("silence", Assert.Single(spotted.Passages, p => p.IsMasked).Passage.Text);
        Assert.Same(Untouched, Untouched.Spotted("silences"));
        Assert.Same(Untouched, Untouched.Spotted(""));
        var kept = spotted with { Passages = [spotted.Passages[0] with { Choice = SortedPassage.Keep }] };
        Assert.True(Assert.Single(kept.Spotted("silence").Passages).IsMasked);
        Assert.Equal("passage", Assert.Single(TypedField.LeftAsideBy(ModerationChoice.Publish, spotted)).Name);
        Assert.Empty(TypedField.LeftAsideBy(ModerationChoice.Reject, spotted));
    }

    [Fact]
    public async Task A_form_gives_its_passages_back_with_what_was_chosen_for_each()
    {
        var draft = ModerationDraft.Of(await FormOf.Fields(
            [("repere-0", "Mme Durand"), ("nature-0", "8"), ("tri-0", "masquer"), ("repere-1", "voisine\r\ndu dessous"), ("tri-1", "autre"), ("repere-3", "perdu")]));
        Assert.Equal(
            [("Mme Durand", PersonalDataKind.Name, SortedPassage.Mask), ("voisine\ndu dessous", null, null)],
            draft.Passages.Select(p => (p.Passage.Text, p.Passage.Kind, p.Choice)));
    }

    private static ModerationDraft Ticked(int version, params ImmutableArray<StructureId> structures) =>
        ModerationDraft.Of(Published) with { Structures = structures, RoutingVersion = version };

    private static StandingView Standing(StructureId structure, ResponseStatus status) => new()
    {
        Structure = structure, Status = status, ConcernedSince = Submitted.SubmittedAt, Version = 0,
    };
}
