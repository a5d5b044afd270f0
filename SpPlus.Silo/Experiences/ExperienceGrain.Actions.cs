using SpPlus.Contracts.Accounts;
using SpPlus.Contracts.Experiences;
using SpPlus.Silo.ImprovementActions;

namespace SpPlus.Silo.Experiences;

/// <summary>ACT-1: see docs/adr/0021-an-improvement-action-has-its-own-history.md.</summary>
internal sealed partial class ExperienceGrain
{
    public async Task<bool> Hear(ActionTie tie)
    {
        var command = new TieAction
        {
            OperationId = tie.OperationFor(Id), Action = tie.Action, Structure = tie.Structure, Title = tie.Title, State = tie.State,
            DoneOn = tie.DoneOn, By = tie.By,
        };
        return (await Execute(command, Caller.Anonymous)).Refusal != Refusal.Unavailable;
    }
}
