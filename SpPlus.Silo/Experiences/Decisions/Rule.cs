using System.Collections.Immutable;
using SpPlus.Contracts.Accounts;
using SpPlus.Contracts.Experiences;
using static SpPlus.Contracts.Accounts.Profile;
using Actions = SpPlus.Contracts.Experiences.ExperienceActions;

namespace SpPlus.Silo.Experiences.Decisions;

/// <summary>What an action needs its caller to be to the experience.</summary>
internal enum Scope
{
    /// <summary>The caller sees it (RIGHT-2).</summary>
    Experience,

    /// <summary>The structure is the caller's own or below it (RIGHT-3).</summary>
    Structure,

    /// <summary>The caller resolves the structure's transfer: its approver's super agents, and the DITP (ROUTE-3, ROUTE-4).</summary>
    Transfer,
}

/// <summary>
/// Who may do what, when: the one declaration that decisions, pages and tests share (RIGHT-1 to RIGHT-3, RESP-1, RESP-5, ROUTE-2 to
/// ROUTE-7). What else a command asks, such as another person's validation, its decision says.
/// </summary>
internal sealed record Rule(Actions Action, Scope Scope, ImmutableArray<Profile> By, Stage From = Stage.Any)
{
    private static readonly ImmutableArray<Profile> Stewards = [Moderator, StewardAdministrator];
    private static readonly ImmutableArray<Profile> Validators = [SuperAgent, NetworkAdministrator];
    private static readonly ImmutableArray<Profile> Agents = [Agent, .. Validators];
    private static readonly ImmutableArray<Profile> Writers = [.. Agents, .. Stewards];
    private static readonly ImmutableArray<Profile> Resolvers = [.. Validators, .. Stewards];

    public static readonly ImmutableArray<Rule> All =
    [
        new(Actions.Read, Scope.Experience, [Reader, .. Writers]),
        new(Actions.Comment, Scope.Experience, Writers),
        new(Actions.MaskComment, Scope.Experience, Stewards),
        new(Actions.QualifyGeneralTags, Scope.Experience, Agents),
        new(Actions.Moderate, Scope.Experience, Stewards),
        new(Actions.Route, Scope.Experience, Stewards),
        new(Actions.Unpublish, Scope.Experience, Stewards),
        new(Actions.QualifyChannels, Scope.Structure, Agents, Stage.Any & ~Stage.NotConcerned),
        new(Actions.QualifyBusinessTags, Scope.Structure, Agents, Stage.Any & ~Stage.NotConcerned),
        new(Actions.NoteImprovements, Scope.Structure, Agents, Stage.Any & ~Stage.NotConcerned),
        new(Actions.AssignResponse, Scope.Structure, Agents, Stage.Any & ~Stage.NotConcerned),
        new(Actions.DeclareIntent, Scope.Structure, Agents, Stage.Unanswered),
        new(Actions.ReplaceStructure, Scope.Structure, Agents, Stage.Unanswered),
        new(Actions.DeclareNotConcerned, Scope.Structure, Agents, Stage.Unanswered),
        new(Actions.RequestTransfer, Scope.Structure, Agents, Stage.Unanswered),
        new(Actions.WithdrawTransfer, Scope.Structure, Agents, Stage.Transferring),
        new(Actions.ResolveTransfer, Scope.Transfer, Resolvers, Stage.Transferring),
        new(Actions.SaveDraft, Scope.Structure, Writers, Stage.Unanswered | Stage.Transferring | Stage.Answered),
        new(Actions.RequestValidation, Scope.Structure, Agents, Stage.Unanswered | Stage.Answered),
        new(Actions.SendBack, Scope.Structure, Validators, Stage.ToValidate | Stage.AmendmentToValidate),
        new(Actions.PublishResponse, Scope.Structure, Writers, Stage.Unanswered | Stage.Answered),
        new(Actions.AdoptResponse, Scope.Structure, Agents, Stage.Unanswered | Stage.Adopted | Stage.Amending | Stage.AmendmentToValidate),
        new(Actions.TakeBackResponse, Scope.Structure, Writers, Stage.Publishing),
        new(Actions.DismissReports, Scope.Experience, Stewards),
        new(Actions.GiveStandingResponse, Scope.Experience, Stewards),
    ];

    public static Rule Of(Actions action) => All.First(rule => rule.Action == action);

    /// <summary>Null when a standing at this stage may be asked this.</summary>
    public Refusal? RefusalAt(Stage stage) => From.HasFlag(stage)
        ? null
        : stage == Stage.Transferring ? Refusal.TransferPending : Refusal.WrongStatus;
}
