using SpPlus.Contracts.Experiences;
using SpPlus.Silo.Experiences.Decisions;
using SpPlus.Silo.Experiences.Facts;
using SpPlus.Silo.Privacy;
using Xunit;
using static SpPlus.Tests.Experiences.TestReference;

namespace SpPlus.Tests.Experiences.Decisions;

/// <summary>MOD-2, PII-1: masks are passages, and nothing that looks like personal data becomes public unseen.</summary>
public sealed class MaskingTests
{
    private static readonly SentText Sent = new()
    {
        Title = "Mme Durand ne répond pas",
        Story = "J’ai écrit à Mme Durand, puis j’ai appelé Mme Durand au 06 12 34 56 78.\nMme Durandeau, elle, m’a répondu en un jour.",
        Pseudonym = "06 12 34 56 78",
    };

    private static readonly TextPassage Name = new() { Text = "Mme Durand", Kind = PersonalDataKind.Name };
    private static readonly TextPassage Phone = new() { Text = "06 12 34 56 78", Kind = PersonalDataKind.Phone };
    private static readonly TextPassage Other = new() { Text = "en un jour" };

    [Fact]
    public void A_passage_is_masked_in_every_field_and_place_where_it_stands_as_whole_words()
    {
        var published = Published(Command() with { Masks = [Name, Phone, Other], Reviewed = ["Mme Durandeau"] });

        Assert.Equal("[…] ne répond pas", published.Title);
        Assert.Equal("J’ai écrit à […], puis j’ai appelé […] au […].\nMme Durandeau, elle, m’a répondu […].", published.Story);
        Assert.Equal("[…]", published.Pseudonym);
        Assert.Equal(
            [(PersonalDataKind.Phone, 2), (PersonalDataKind.Name, 3), (null, 1)], published.Masks.Select(m => (m.Kind, m.Count)));
        Assert.Null(published.Words);
    }

    [Fact]
    public void What_looks_like_personal_data_is_masked_or_looked_at_before_it_is_public()
    {
        var refused = Refused(new PublishExperience { OperationId = Guid.NewGuid(), Structures = [Id("caf-gironde")] });
        Assert.Equal(Refusal.PersonalData, refused.Refusal);
        Assert.Equal(["Mme Durand", "06 12 34 56 78", "Mme Durandeau"], refused.Marks.Select(m => m.Passage).Order(Comparer<string>.Create((a, b) => Order(a).CompareTo(Order(b)))));

        refused = Refused(Command() with { Masks = [Phone], Reviewed = ["Mme Durandeau"] });
        Assert.Equal("Mme Durand", Assert.Single(refused.Marks).Passage);

        Assert.Equal(Sent.Story, Published(new PublishExperience
        {
            OperationId = Guid.NewGuid(), Structures = [Id("caf-gironde")], Reviewed = ["Mme Durand", "06 12 34 56 78", "Mme Durandeau"],
        }).Story);

        static int Order(string passage) => Sent.Story.IndexOf(passage, StringComparison.Ordinal);
    }

    [Fact]
    public void Masks_say_why_by_themselves_and_any_other_change_is_explained_in_words()
    {
        var masked = Command() with { Masks = [Name, Phone], Reviewed = ["Mme Durandeau"] };
        Assert.Equal(FieldProblem.Missing, Assert.Single(Refused(masked with { Title = "Mme Durand se tait" }).Errors).Problem);
        Assert.Equal("Raccourci.", Published(masked with { Title = "Mme Durand se tait", Words = "Raccourci." }).Words);
        Assert.Equal("Words", Assert.Single(Refused(Command() with { Reviewed = ["Mme Durand", "Mme Durandeau", "06 12 34 56 78"] }).Errors).Field);
    }

    [Fact]
    public void A_mask_that_would_mask_nothing_is_refused_so_that_nobody_believes_it_did()
    {
        foreach (var (passage, problem) in new[] { ("Durande", FieldProblem.Unknown), ("Mme Dur", FieldProblem.Unknown), ("  ", FieldProblem.Malformed), (new string('x', 1_001), FieldProblem.Malformed) })
        {
            var error = Assert.Single(Refused(Command() with { Masks = [new() { Text = passage }] }).Errors, e => e.Field == "Masks");
            Assert.Equal(problem, error.Problem);
        }

        var many = Enumerable.Range(0, 201).Select(i => new TextPassage { Text = $"p{i}" });
        Assert.Contains(Refused(Command() with { Masks = [.. many] }).Errors, e => e is { Field: "Masks", Problem: FieldProblem.TooMany, Actual: 201 });
    }

    [Fact]
    public void A_text_of_nothing_but_marks_gives_a_moderator_as_many_as_a_form_can_sort()
    {
        var text = Sent with { Story = string.Join('\n', Enumerable.Range(0, 600).Select(i => $"06 12 {i / 100:00} {i % 100:00} 11")) };
        Assert.Equal(ModerationGuard.MaximumMasks, ModerationGuard.SuspectsIn(text).Length);
        Assert.True(ModerationGuard.Unseen(text, []).Length > ModerationGuard.MaximumMasks);
    }

    [Fact]
    public void Of_passages_that_overlap_the_longest_is_masked_whatever_their_order() => Assert.Equal(
        "Vu […] hier", Passages.Masked("Vu Mme Anne Durand hier", ["Durand", "Mme Anne Durand", "Anne"]));

    [Theory]
    [InlineData("Mme Durand1, Durandal et M. Durand.", "Mme […]1, Durandal et M. […].")]
    [InlineData("Durand", "[…]")]
    [InlineData("", "")]
    public void A_passage_ends_where_letters_do(string text, string expected) => Assert.Equal(expected, Passages.Masked(text, ["Durand"]));

    private static PublishExperienceAfterModeration Command() => new()
    {
        OperationId = Guid.NewGuid(), Structures = [Id("caf-gironde")], Title = Sent.Title, Story = Sent.Story, Pseudonym = Sent.Pseudonym, Words = "",
    };

    private static Decision Decided(ExperienceCommand command) =>
        An.Experience.Decide(command, An.Experience.By(Moderator) with { SentText = Sent });

    private static ExperiencePublished Published(ExperienceCommand command) => Assert.Single(Decided(command).Facts.OfType<ExperiencePublished>());

    private static CommandResult Refused(ExperienceCommand command) => Decided(command).Refused ?? throw new InvalidOperationException("It was accepted.");
}
