using System.Collections.Immutable;
using SpPlus.Contracts.Accounts;
using SpPlus.Contracts.Experiences;
using SpPlus.Contracts.ImprovementActions;
using SpPlus.Silo.Experiences.Decisions;
using Actions = SpPlus.Contracts.ImprovementActions.ImprovementActionActions;

namespace SpPlus.Silo.ImprovementActions;

/// <summary>Where an action stands; none before it is published.</summary>
[Flags]
internal enum ActionStage
{
    None = 1 << 0,
    Committed = 1 << 1,
    Done = 1 << 2,
    Published = Committed | Done,
}

/// <summary>
/// Who may do what to an improvement action, when: the one declaration that decisions, pages and tests share (ACT-1). Always for the
/// caller's own structure or one below it (RIGHT-3); an action speaks in the structure's name as a response does, so that whoever may
/// publish the one may publish the other.
/// </summary>
internal sealed record ImprovementActionRule(Actions Action, ImmutableArray<Profile> By, ActionStage From)
{
    private static readonly ImmutableArray<Profile> Publishers = Rule.Of(ExperienceActions.PublishResponse).By;

    public static readonly ImmutableArray<ImprovementActionRule> All =
    [
        new(Actions.Read, Rule.Of(ExperienceActions.Read).By, ActionStage.Published),
        new(Actions.Publish, Publishers, ActionStage.None),
        new(Actions.Amend, Publishers, ActionStage.Published),
        new(Actions.Complete, Publishers, ActionStage.Committed),
        new(Actions.Tie, Publishers, ActionStage.Published),
    ];

    public static ImprovementActionRule Of(Actions action) => All.First(rule => rule.Action == action);

    public static ActionStage StageOf(ImprovementAction action) => action.State switch
    {
        null => ActionStage.None,
        ImprovementActionState.Committed => ActionStage.Committed,
        _ => ActionStage.Done,
    };
}
