using SpPlus.Contracts.ImprovementActions;
using SpPlus.Silo.Experiences.Facts;

namespace SpPlus.Silo.Experiences;

/// <summary>What an experience knows of its improvement actions after a fact.</summary>
internal static class TiedActionFold
{
    public static Experience Tied(Experience experience, ImprovementActionTied fact, DateTimeOffset at)
    {
        var before = Of(experience, fact.Action);
        var isDone = fact.State == ImprovementActionState.Done;
        var after = (before ?? new() { Id = fact.Action, Structure = fact.Structure, Title = fact.Title, State = fact.State }) with
        {
            Title = fact.Title, State = fact.State, DoneOn = fact.DoneOn,
            CommittedAt = isDone ? before?.CommittedAt : at, DoneAt = isDone ? at : before?.DoneAt,
        };
        return experience with
        {
            ImprovementActions = before is null ? experience.ImprovementActions.Add(after) : experience.ImprovementActions.Replace(before, after),
        };
    }

    public static Experience Evaluated(Experience experience, ImprovementActionEvaluated fact, DateTimeOffset at) => Of(experience, fact.Action) is not { } tied
        ? experience
        : experience with
        {
            ImprovementActions = experience.ImprovementActions.Replace(tied, tied with { Answer = fact.Answer, AnsweredAt = tied.AnsweredAt ?? at }),
        };

    public static TiedAction? Of(Experience experience, ImprovementActionId action)
    {
        foreach (var tied in experience.ImprovementActions)
            if (tied.Id == action) return tied;
        return null;
    }
}
