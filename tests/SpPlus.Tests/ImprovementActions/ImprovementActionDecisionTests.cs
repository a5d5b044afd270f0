using SpPlus.Contracts.Accounts;
using SpPlus.Contracts.Experiences;
using SpPlus.Contracts.ImprovementActions;
using SpPlus.Silo.Accounts;
using SpPlus.Silo.Experiences.Facts;
using Xunit;
using static SpPlus.Tests.Experiences.TestReference;
using static SpPlus.Tests.ImprovementActions.PastAction;

namespace SpPlus.Tests.ImprovementActions;

public sealed class ImprovementActionDecisionTests
{
    private const string Own = "ft-dr-nouvelle-aquitaine";

    private static readonly Account Agent = Account(Profile.Agent, Own);

    [Theory]
    [InlineData("", FieldProblem.Missing)]
    [InlineData("Non", FieldProblem.TooShort)]
    [InlineData(null, FieldProblem.TooLong)]
    public void A_title_has_5_to_150_characters(string? title, FieldProblem problem) =>
        Assert.Equal([("Title", problem)], None.Problems(NewAction.Publication(Own, First) with { Title = title ?? new('a', 151) }, Agent));

    [Theory]
    [InlineData("\u200b \u2060", FieldProblem.Missing)]
    [InlineData("Trop court", FieldProblem.TooShort)]
    [InlineData(null, FieldProblem.TooLong)]
    public void What_changes_has_20_to_5000_characters(string? text, FieldProblem problem) =>
        Assert.Equal([("Text", problem)], None.Problems(NewAction.Publication(Own, First) with { Text = text ?? new('a', 5_001) }, Agent));

    [Fact]
    public void What_is_done_says_when_and_that_is_not_to_come()
    {
        var done = NewAction.DonePublication(Own, new(2026, 3, 1), First);
        Assert.Equal(Refusal.None, None.Refusal(done, Agent));
        Assert.Equal([("DoneOn", FieldProblem.Missing)], None.Problems(done with { DoneOn = null }, Agent));
        Assert.Equal([("DoneOn", FieldProblem.InTheFuture)], None.Problems(done with { DoneOn = new(2026, 3, 4) }, Agent));
        Assert.Equal([("DoneOn", FieldProblem.Malformed)], None.Problems(done with { DoneOn = new(1899, 12, 31) }, Agent));
        Assert.Equal([("PlannedFor", FieldProblem.Malformed)], None.Problems(NewAction.Publication(Own, First) with { PlannedFor = new(9999, 1, 1) }, Agent));
        Assert.Equal([("DoneOn", FieldProblem.Missing)], None.Committed(Own).Problems(NewAction.Completion(1, default), Agent));
    }

    [Fact]
    public void A_date_that_does_not_belong_to_the_state_is_left_out()
    {
        var committed = NewAction.Publication(Own, First) with { PlannedFor = new(2026, 6, 1), DoneOn = new(2026, 2, 1) };
        var fact = Assert.IsType<ImprovementActionPublished>(Assert.Single(None.Decide(committed, Agent).Facts));
        Assert.Equal((new DateOnly(2026, 6, 1), null), (fact.PlannedFor, fact.DoneOn));
    }

    [Fact]
    public void It_is_tied_to_at_least_one_experience_that_is_public_and_concerns_the_structure()
    {
        Assert.Equal([("Experiences", FieldProblem.Missing)], None.Problems(NewAction.Publication(Own), Agent));
        Assert.Equal([("Experiences", FieldProblem.Unknown)], None.Problems(NewAction.Publication(Own, First, Elsewhere), Agent));
        Assert.Equal([("Experiences", FieldProblem.Malformed)], None.Problems(NewAction.Publication(Own, First, First), Agent));
        var many = Enumerable.Range(0, 501).Select(i => ExperienceId.From(i.ToString(null as IFormatProvider))).ToArray();
        Assert.Equal([("Experiences", FieldProblem.TooMany)], None.Problems(NewAction.Publication(Own, many), Agent));
    }

    [Fact]
    public void What_looks_like_personal_data_is_shown_before_it_is_public_and_what_was_seen_is_not_shown_again()
    {
        var publication = NewAction.Publication(Own, First) with { Text = "Appelez Mme Dupont au 06 12 34 56 78 pour que ce soit corrigé." };
        var refused = None.Decide(publication, Agent).Refused!;
        Assert.Equal(Refusal.PersonalData, refused.Refusal);
        Assert.NotEmpty(refused.Marks);
        var seen = publication with { Reviewed = [.. refused.Marks.Select(m => m.Passage)] };
        var published = None.With(Assert.Single(None.Decide(seen, Agent).Facts));

        var amended = NewAction.Amendment(1) with { Text = publication.Text };
        Assert.Equal(Refusal.None, published.Refusal(amended, Agent));
        Assert.Equal(Refusal.PersonalData, published.Refusal(amended with { Title = "Écrire à anne.martin@exemple.fr" }, Agent));
    }

    [Fact]
    public void Of_two_who_change_it_at_once_the_second_is_told_and_ties_are_nobody_s_to_lose()
    {
        var action = None.Committed(Own);
        var changed = action.With(Assert.Single(action.Decide(NewAction.Amendment(1), Agent).Facts));
        Assert.Equal(Refusal.StaleVersion, changed.Refusal(NewAction.Amendment(1, "Un autre titre"), Agent));
        Assert.Equal(2, changed.Decide(NewAction.Completion(1, new(2026, 3, 1)), Agent).Refused!.Version);
        Assert.Equal(Refusal.None, changed.Refusal(NewAction.Ties(Second), Agent));
        Assert.Equal(Refusal.NothingChanged, changed.Refusal(NewAction.Amendment(2), Agent));
    }

    [Fact]
    public void What_is_tied_already_stays_tied_once()
    {
        var action = None.Committed(Own);
        Assert.Empty(action.Decide(NewAction.Ties(First), Agent).Facts);
        Assert.Equal(Refusal.None, action.Refusal(NewAction.Ties(First), Agent));
        var tied = Assert.IsType<ExperiencesTied>(Assert.Single(action.Decide(NewAction.Ties(First, Second, Second), Agent).Facts));
        Assert.Equal(Second, Assert.Single(tied.Experiences));
        Assert.Equal([("Experiences", FieldProblem.Missing)], action.Problems(NewAction.Ties(), Agent));
    }

    [Fact]
    public void A_reference_is_never_an_experience_s_and_is_read_as_people_type_it()
    {
        var id = ImprovementActionId.From("a form");
        Assert.Equal(id, ImprovementActionId.From("a form"));
        Assert.False(ExperienceId.TryParse(id.Value, out _));
        Assert.False(ImprovementActionId.TryParse(First.Value, out _));
        Assert.True(ImprovementActionId.TryParse(id.Value.ToLowerInvariant(), out var typed));
        Assert.Equal(id, typed);
    }
}
