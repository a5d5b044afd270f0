using SpPlus.Contracts.Experiences;
using SpPlus.Contracts.ImprovementActions;
using SpPlus.Silo.Experiences.Facts;

namespace SpPlus.Silo.Experiences.Decisions;

/// <summary>
/// ACT-1, as an experience lives it: what is public and concerns the action's structure, or one below it, is tied; a tie stays when the
/// structure leaves. Each state once, and never back.
/// <code>
///                 told of engagée    told of réalisée
/// not tied        engagée            réalisée
/// engagée         nothing to do      réalisée
/// réalisée        nothing to do      nothing to do
/// not public      refused            refused
/// </code>
/// EVAL-2: the author answers once an action has been done for the set time, and again for 30 days.
/// </summary>
internal static class TiedActionDecisions
{
    public static Decision Tie(Experience experience, TieAction command, DecisionContext context)
    {
        if (!experience.IsPublic) return Decision.Refuse(Refusal.WrongStatus);
        var tied = TiedActionFold.Of(experience, command.Action);
        if (tied?.State >= command.State) return Decision.Of();
        if (tied is null && !IsConcerned(experience, command, context)) return Decision.Refuse(Refusal.NotAllowed);
        return Decision.Of(new ImprovementActionTied
        {
            Action = command.Action, Structure = command.Structure, Title = command.Title, State = command.State, DoneOn = command.DoneOn,
        });
    }

    public static Decision Evaluate(Experience experience, EvaluateImprovementAction command, DecisionContext context)
    {
        if (!AuthorDecisions.IsAuthor(experience, context)) return Decision.Refuse(Refusal.NotFound);
        if (TiedActionFold.Of(experience, command.Action) is not { } tied) return Decision.Refuse(Refusal.NotFound);
        if (!experience.IsPublic || !IsAsked(tied, context)) return Decision.Refuse(Refusal.WrongStatus);
        if (context.Now >= ChangeableUntil(tied)) return Decision.Refuse(Refusal.TooLate);
        var errors = new FieldErrors();
        if (!Enum.IsDefined(command.Answer)) errors.Add(nameof(command.Answer), FieldProblem.Missing);
        if (errors.Any) return errors.Refuse();
        return tied.Answer == command.Answer
            ? Decision.Of()
            : Decision.Of(new ImprovementActionEvaluated { Action = command.Action, Answer = command.Answer });
    }

    public static bool MayEvaluate(Experience experience, TiedAction tied, DecisionContext context) =>
        experience.IsPublic && IsAsked(tied, context) && !(context.Now >= ChangeableUntil(tied));

    /// <summary>Null before the first answer.</summary>
    public static DateTimeOffset? ChangeableUntil(TiedAction tied) => tied.AnsweredAt + AuthorDecisions.EvaluationMayChange;

    private static bool IsAsked(TiedAction tied, DecisionContext context) =>
        tied is { State: ImprovementActionState.Done, DoneOn: { } day }
        && new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero) + context.ActionAskedAfter <= context.Now;

    private static bool IsConcerned(Experience experience, TieAction command, DecisionContext context) => experience.Standings.Any(s =>
        s.Status != ResponseStatus.NotConcerned && context.Structures.IsWithin(s.Structure, command.Structure));
}
