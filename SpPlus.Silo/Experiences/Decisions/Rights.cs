using SpPlus.Contracts.Accounts;
using SpPlus.Contracts.Experiences;
using SpPlus.Contracts.Structures;
using SpPlus.Silo.Accounts;
using Actions = SpPlus.Contracts.Experiences.ExperienceActions;

namespace SpPlus.Silo.Experiences.Decisions;

/// <summary>Who may do what: the one declaration that decisions, pages and tests share (RIGHT-1, RIGHT-2, RIGHT-3).</summary>
internal static class Rights
{
    private const Actions AgentActions =
        Actions.Read | Actions.Comment | Actions.QualifyChannels | Actions.QualifyGeneralTags | Actions.QualifyBusinessTags
        | Actions.NoteImprovements | Actions.ReplaceStructure | Actions.DeclareNotConcerned
        | Actions.SaveDraft | Actions.RequestValidation | Actions.PublishResponse
        | Actions.AdoptResponse;

    private const Actions StewardActions =
        Actions.Read | Actions.Comment | Actions.Moderate | Actions.Route | Actions.Unpublish
        | Actions.SaveDraft | Actions.PublishResponse;

    /// <summary>Actions that are done for one structure, and need that structure to be the caller's or below it.</summary>
    public const Actions ForAStructure =
        Actions.QualifyChannels | Actions.QualifyBusinessTags | Actions.NoteImprovements
        | Actions.ReplaceStructure | Actions.DeclareNotConcerned | Actions.SaveDraft
        | Actions.RequestValidation | Actions.SendBack | Actions.PublishResponse | Actions.AdoptResponse;

    public static Actions Of(Profile profile) => profile switch
    {
        Profile.Reader => Actions.Read,
        Profile.Agent => AgentActions,
        Profile.SuperAgent or Profile.NetworkAdministrator => AgentActions | Actions.SendBack,
        Profile.Moderator or Profile.StewardAdministrator => StewardActions,
        _ => Actions.None,
    };

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

    /// <summary>
    /// Null when the caller may do this to this experience now. Whoever may not see it is told that there is none; whoever
    /// sees it is told the truth.
    /// </summary>
    public static Refusal? Check(
        Experience experience, DecisionContext context, Actions action, StructureId? structure = null)
    {
        if (context.Account is not { } account || !Sees(account, experience, context.Structures)) return Refusal.NotFound;
        if (!Of(account.Profile).HasFlag(action)) return Refusal.NotAllowed;
        if (structure is { } id)
        {
            if (experience.StandingOf(id) is null) return Refusal.NotFound;
            if (!ActsFor(account, id, context.Structures)) return Refusal.NotAllowed;
        }

        return action is Actions.Moderate || experience.IsPublic ? null : Refusal.WrongStatus;
    }

    /// <summary>What a page may offer to this caller for the experience as a whole.</summary>
    public static Actions OfferedFor(Experience experience, DecisionContext context)
    {
        if (context.Account is not { } account || !Sees(account, experience, context.Structures)) return Actions.None;
        var offered = Of(account.Profile) & ~ForAStructure;
        if (experience.Status != ExperienceStatus.Submitted) offered &= ~Actions.Moderate;
        return experience.IsPublic ? offered : offered & (Actions.Read | Actions.Moderate);
    }

    /// <summary>What a page may offer to this caller for one of the structures.</summary>
    public static Actions OfferedFor(Experience experience, Standing standing, DecisionContext context)
    {
        if (context.Account is not { } account || !experience.IsPublic) return Actions.None;
        if (!Sees(account, experience, context.Structures) || !ActsFor(account, standing.Structure, context.Structures)) return Actions.None;
        return Of(account.Profile) & ForAStructure & AllowedIn(standing, account, context);
    }

    private static Actions AllowedIn(Standing standing, Account account, DecisionContext context)
    {
        var qualification = Actions.QualifyChannels | Actions.QualifyBusinessTags | Actions.NoteImprovements;
        var unanswered = Actions.ReplaceStructure | Actions.DeclareNotConcerned | Actions.SaveDraft
            | Actions.AdoptResponse;
        var publish = ResponseDecisions.PublicationRefusal(standing, account, context) is null
            ? Actions.PublishResponse
            : Actions.RequestValidation;
        return standing.Status switch
        {
            ResponseStatus.ToDo or ResponseStatus.Draft => qualification | unanswered | publish,
            ResponseStatus.ToValidate => qualification | unanswered | Actions.SendBack | publish,
            ResponseStatus.Published or ResponseStatus.Adopted => qualification,
            _ => Actions.None,
        };
    }
}
