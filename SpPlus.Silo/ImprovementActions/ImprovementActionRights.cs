using SpPlus.Contracts.Accounts;
using SpPlus.Contracts.Experiences;
using SpPlus.Contracts.Structures;
using SpPlus.Silo.Accounts;
using SpPlus.Silo.Experiences.Decisions;
using SpPlus.Silo.Reference;
using Actions = SpPlus.Contracts.ImprovementActions.ImprovementActionActions;

namespace SpPlus.Silo.ImprovementActions;

/// <summary>Applies <see cref="ImprovementActionRule.All"/> to one caller and one action (RIGHT-1, RIGHT-3).</summary>
internal static class ImprovementActionRights
{
    /// <summary>Null when the account may do this for the structure, where its action stands at the stage.</summary>
    public static Refusal? Check(Account? account, Actions action, StructureId structure, ActionStage stage, ReferenceBook reference)
    {
        if (account is null || !reference.Structures.Contains(structure)) return Refusal.NotFound;
        var (rule, acts) = (ImprovementActionRule.Of(action), Rights.ActsFor(account, structure, reference.Structures));
        if (!acts && !account.IsSteward) return Refusal.NotFound;
        if (!rule.By.Contains(account.Profile) || (action != Actions.Read && !acts)) return Refusal.NotAllowed;
        if (action != Actions.Read && NeedsValidation(account, structure, reference)) return Refusal.ValidationRequired;
        return rule.From.HasFlag(stage) ? null : Refusal.WrongStatus;
    }

    public static Actions OfferedFor(Account account, StructureId structure, ActionStage stage, ReferenceBook reference) =>
        ImprovementActionRule.All.Where(rule => Check(account, rule.Action, structure, stage, reference) is null)
            .Aggregate(Actions.None, (offered, rule) => offered | rule.Action);

    // An action has no draft that another person could validate: where a network wants one, those who validate publish it.
    private static bool NeedsValidation(Account account, StructureId structure, ReferenceBook reference) =>
        reference.ValidationRequired(structure) && account.Profile is not (Profile.SuperAgent or Profile.NetworkAdministrator);
}
