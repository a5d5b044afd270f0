using SpPlus.Contracts.Experiences;
using SpPlus.Contracts.Structures;
using SpPlus.Silo.Accounts;
using Actions = SpPlus.Contracts.Experiences.ExperienceActions;

namespace SpPlus.Silo.Experiences.Decisions;

/// <summary>Applies <see cref="Rule.All"/> to one caller and one experience (RIGHT-1, RIGHT-2, RIGHT-3).</summary>
internal static class Rights
{
    /// <summary>RIGHT-2.</summary>
    public static bool Sees(Account account, Experience experience, StructureTree structures)
    {
        if (experience.Status is null) return false;
        if (account.IsSteward) return true;
        foreach (var standing in experience.Standings)
            if (structures.IsWithin(standing.Structure, account.Structure)) return true;
        return false;
    }

    /// <summary>RIGHT-3.</summary>
    public static bool ActsFor(Account account, StructureId structure, StructureTree structures) =>
        structures.IsWithin(structure, account.Structure);

    /// <summary>ROUTE-3: the DITP always; the super agents of the nearest common ancestor, and of those above, until it expires.</summary>
    public static bool Resolves(Account account, Standing standing, DecisionContext context) =>
        account.IsSteward
        || (standing.Transfer is { Approver: { } approver } transfer && context.Now < transfer.ExpiresAt && ActsFor(account, approver, context.Structures));

    /// <summary>
    /// Null when the caller may do this to this experience now. Whoever may not see it is told that there is none; whoever
    /// sees it is told the truth.
    /// </summary>
    public static Refusal? Check(Experience experience, DecisionContext context, Actions action, StructureId? structure = null)
    {
        if (context.Account is not { } account || !Sees(account, experience, context.Structures)) return Refusal.NotFound;
        var rule = Rule.Of(action);
        if (!rule.By.Contains(account.Profile)) return Refusal.NotAllowed;
        if (structure is { } id)
        {
            if (experience.StandingOf(id) is not { } standing) return Refusal.NotFound;
            if (!IsInScope(rule, account, standing, context)) return Refusal.NotAllowed;
        }

        return action is Actions.Moderate || experience.IsPublic ? null : Refusal.WrongStatus;
    }

    /// <summary>What a page may offer to this caller for the experience as a whole.</summary>
    public static Actions OfferedFor(Experience experience, DecisionContext context)
    {
        if (context.Account is not { } account || !Sees(account, experience, context.Structures)) return Actions.None;
        var offered = Actions.None;
        foreach (var rule in Rule.All)
            if (rule.Scope == Scope.Experience && rule.By.Contains(account.Profile)) offered |= rule.Action;
        if (experience.Status != ExperienceStatus.Submitted) offered &= ~Actions.Moderate;
        if (experience.OpenReports == 0) offered &= ~Actions.DismissReports;
        if (experience.StandingOf(StandingResponseDecisions.Structure) is { IsAnswered: true }) offered &= ~Actions.GiveStandingResponse;
        return experience.IsPublic ? offered : offered & (Actions.Read | Actions.Moderate);
    }

    /// <summary>What a page may offer to this caller for one of the structures.</summary>
    public static Actions OfferedFor(Experience experience, Standing standing, DecisionContext context)
    {
        if (context.Account is not { } account || !experience.IsPublic) return Actions.None;
        if (!Sees(account, experience, context.Structures)) return Actions.None;
        var (offered, stage) = (Actions.None, Stages.Of(standing));
        foreach (var rule in Rule.All)
        {
            if (rule.Scope != Scope.Experience && rule.From.HasFlag(stage) && rule.By.Contains(account.Profile) && IsInScope(rule, account, standing, context))
                offered |= rule.Action;
        }

        // Either the text goes out, or it goes to who may send it out.
        if (offered.HasFlag(Actions.PublishResponse))
            offered &= ResponseDecisions.PublicationRefusal(standing, account, context) is null ? ~Actions.RequestValidation : ~Actions.PublishResponse;
        if (offered.HasFlag(Actions.TakeBackResponse) && !ResponseDecisions.MayTakeBack(standing, account, context)) offered &= ~Actions.TakeBackResponse;
        return standing.Status == ResponseStatus.Published ? offered & ~Actions.AdoptResponse : offered;
    }

    private static bool IsInScope(Rule rule, Account account, Standing standing, DecisionContext context) => rule.Scope switch
    {
        Scope.Structure => ActsFor(account, standing.Structure, context.Structures),
        Scope.Transfer => Resolves(account, standing, context),
        _ => true,
    };
}
