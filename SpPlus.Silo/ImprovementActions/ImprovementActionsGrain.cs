using Orleans.Concurrency;
using SpPlus.Contracts.Accounts;
using SpPlus.Contracts.ImprovementActions;
using SpPlus.Contracts.Structures;
using SpPlus.Silo.Accounts;
using SpPlus.Silo.Reference;

namespace SpPlus.Silo.ImprovementActions;

/// <summary>Looks the account up, then lists only what it may see (RIGHT-4).</summary>
[StatelessWorker]
internal sealed class ImprovementActionsGrain(AccountDirectory accounts, ReferenceLibrary reference, ImprovementActionQueries queries)
    : Grain, IImprovementActionsGrain
{
    public async Task<ImprovementActionList?> List(ImprovementActionQuery query, Caller caller)
    {
        if (accounts.Find(caller.Subject) is not { } account) return null;
        var (book, root) = (reference.Current, query.Structure ?? account.Structure);
        var offered = ImprovementActionRights.OfferedFor(account, root, ActionStage.None, book);
        StructureId[] structures = account.IsSteward && query.Structure is null
            ? [.. book.Structures.All.Select(s => s.Id)]
            : account.IsSteward || book.Structures.IsWithin(root, account.Structure) ? [.. book.Structures.Subtree(root)] : [];
        var list = await queries.List(query, structures);
        return list with
        {
            Actions = offered,
            Items = [.. list.Items.Select(item => item with { Actions = ImprovementActionRights.OfferedFor(account, item.Structure, StageOf(item), book) })],
        };
    }

    private static ActionStage StageOf(ImprovementActionItem item) =>
        item.State == ImprovementActionState.Done ? ActionStage.Done : ActionStage.Committed;
}
