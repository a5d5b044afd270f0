using SpPlus.Contracts.Experiences;
using SpPlus.Contracts.ImprovementActions;
using SpPlus.Silo.Experiences;
using SpPlus.Silo.Experiences.Facts;
using SpPlus.Tests.Experiences;
using Xunit;
using static SpPlus.Tests.Experiences.TestReference;

namespace SpPlus.Tests.ImprovementActions;

public sealed class TiedActionDecisionTests
{
    private static readonly ImprovementActionId Action = ImprovementActionId.From("an action");
    private static readonly An Public = An.Experience.Published("caf-gironde");

    [Theory]
    [InlineData(ImprovementActionState.Committed, ImprovementActionState.Committed, false)]
    [InlineData(ImprovementActionState.Committed, ImprovementActionState.Done, true)]
    [InlineData(ImprovementActionState.Done, ImprovementActionState.Committed, false)]
    [InlineData(ImprovementActionState.Done, ImprovementActionState.Done, false)]
    public void Each_state_is_told_once_and_never_back(ImprovementActionState before, ImprovementActionState now, bool isTold)
    {
        var tied = Tied(Public, before);
        Assert.Equal(isTold ? 1 : 0, tied.Decide(Tie(now), account: null).Facts.Length);
        Assert.Equal(Refusal.None, tied.Refusal(Tie(now), account: null));
    }

    [Fact]
    public void What_is_not_public_or_does_not_concern_the_structure_is_not_tied()
    {
        Assert.Equal(Refusal.WrongStatus, An.Experience.Refusal(Tie(), account: null));
        Assert.Equal(Refusal.WrongStatus, Public.Unpublished().Refusal(Tie(), account: null));
        Assert.Equal(Refusal.WrongStatus, Tied(Public).Withdrawn().Refusal(Tie(ImprovementActionState.Done), account: null));
        Assert.Equal(Refusal.NotAllowed, Public.Refusal(Tie() with { Structure = Id("cpam-gironde") }, account: null));
        Assert.Equal(Refusal.NotAllowed, An.Experience.Published("caf-gironde", "cpam-gironde").NotConcerned("cpam-gironde")
            .Refusal(Tie() with { Structure = Id("cpam-gironde") }, account: null));
        Assert.Equal(Refusal.None, Public.Refusal(Tie() with { Structure = Id("cnaf") }, account: null));
    }

    [Fact]
    public void A_tie_outlives_the_structure_s_leaving()
    {
        var left = Tied(Public).With(Moderator.AsActor(), new StructureReplaced { Structure = Id("caf-gironde"), By = Id("cpam-gironde") });
        Assert.Single(left.Decide(Tie(ImprovementActionState.Done), account: null).Facts);
    }

    [Fact]
    public void The_author_is_asked_once_it_has_been_done_for_thirty_days()
    {
        var done = Tied(Public, ImprovementActionState.Done, doneOn: DateOnly.FromDateTime(An.Start.UtcDateTime));
        Assert.Equal(Refusal.WrongStatus, Answer(done));
        Assert.Equal(Refusal.WrongStatus, Answer(done.After(TimeSpan.FromDays(29))));
        Assert.Equal(Refusal.None, Answer(done.After(TimeSpan.FromDays(30))));
        Assert.Equal(Refusal.WrongStatus, Answer(Tied(Public).After(TimeSpan.FromDays(300))));
        Assert.Equal(Refusal.WrongStatus, Answer(done.Unpublished().After(TimeSpan.FromDays(30))));
        Assert.Equal(Refusal.NotFound, done.Refusal(Evaluation(), done.ByAuthor("another-token-of-a-good-length")));
        Assert.Equal(Refusal.NotFound, Answer(Public.After(TimeSpan.FromDays(300))));
        Assert.Equal(Refusal.Invalid, Answer(done.After(TimeSpan.FromDays(30)), default(ImprovementActionAnswer)));
    }

    [Fact]
    public void An_answer_may_be_changed_for_thirty_days_from_the_first()
    {
        var asked = Tied(Public, ImprovementActionState.Done, doneOn: new(2025, 1, 1));
        var answered = asked.Then(Evaluation(), asked.ByAuthor());
        Assert.Empty(answered.Decide(Evaluation(), answered.ByAuthor()).Facts);
        var changed = answered.After(TimeSpan.FromDays(29));
        changed = changed.Then(Evaluation(ImprovementActionAnswer.NotTrue), changed.ByAuthor());
        Assert.Equal(ImprovementActionAnswer.NotTrue, TiedActionFold.Of(changed.State, Action)!.Answer);
        Assert.Equal(Refusal.TooLate, Answer(changed.After(TimeSpan.FromDays(1))));
    }

    [Fact]
    public void The_author_s_page_says_when_each_state_was_told()
    {
        var tied = Tied(Tied(Public).After(TimeSpan.FromDays(40)), ImprovementActionState.Done, new(2026, 3, 5));
        var view = Assert.Single(ExperienceViews.ForAuthor(ExperienceId.From("x"), tied.State, tied.ByAuthor()).ImprovementActions);
        Assert.Equal((An.Start, An.Start.AddDays(40), true), (view.CommittedAt, view.DoneAt, view.MayEvaluate));
    }

    private static Refusal Answer(An an, ImprovementActionAnswer answer = ImprovementActionAnswer.True) => an.Refusal(Evaluation(answer), an.ByAuthor());

    private static EvaluateImprovementAction Evaluation(ImprovementActionAnswer answer = ImprovementActionAnswer.True) =>
        new() { OperationId = Guid.NewGuid(), Action = Action, Answer = answer };

    private static An Tied(An an, ImprovementActionState state = ImprovementActionState.Committed, DateOnly? doneOn = null) =>
        an.With(Actor.System, an.Decide(Tie(state) with { DoneOn = doneOn }, account: null).Facts.AsSpan());

    private static TieAction Tie(ImprovementActionState state = ImprovementActionState.Committed) => new()
    {
        OperationId = Guid.NewGuid(), Action = Action, Structure = Id("caf-gironde"), Title = NewAction.Title, State = state, By = Actor.System,
    };
}
