using SpPlus.Contracts.ImprovementActions;
using SpPlus.Silo.Experiences;
using SpPlus.Silo.Experiences.Facts;

namespace SpPlus.Silo.ImprovementActions;

/// <summary>State after a fact. Total, as for experiences.</summary>
internal static class ImprovementActionFold
{
    public static ImprovementAction Apply(ImprovementAction action, Recorded recorded)
    {
        var next = recorded.Fact switch
        {
            ImprovementActionPublished f => Changed(action, recorded) with
            {
                State = f.State, Structure = f.Structure, Title = f.Title, Text = f.Text, PlannedFor = f.PlannedFor, DoneOn = f.DoneOn,
                PublishedAt = recorded.HappenedAt, Experiences = [.. f.Experiences],
            },
            ImprovementActionAmended f => Changed(action, recorded) with { Title = f.Title, Text = f.Text, PlannedFor = f.PlannedFor },
            ImprovementActionDone f => Changed(action, recorded) with { State = ImprovementActionState.Done, DoneOn = f.DoneOn },
            ExperiencesTied f => action with { Experiences = action.Experiences.AddRange(f.Experiences) },
            _ => throw new NotSupportedException($"No fold for {recorded.Fact.GetType().Name}."),
        };
        return next with { Sequence = recorded.Sequence, Operations = next.Operations.SetItem(recorded.OperationId, next.Version) };
    }

    private static ImprovementAction Changed(ImprovementAction action, Recorded recorded) =>
        action with { Version = action.Version + 1, ChangedBy = recorded.Actor, ChangedAt = recorded.HappenedAt };
}
