using SpPlus.Contracts.Accounts;
using SpPlus.Contracts.Experiences;
using SpPlus.Silo.Accounts;
using SpPlus.Silo.Experiences;
using SpPlus.Silo.Experiences.Decisions;
using Xunit;
using Xunit.Abstractions;
using static SpPlus.Tests.Experiences.TestReference;
using Actions = SpPlus.Contracts.Experiences.ExperienceActions;

namespace SpPlus.Tests.Experiences.Decisions;

/// <summary>
/// Every command, at every stage of the structure it is about, by every profile, in every relation to the experience: the decisions
/// do what <see cref="Rule.All"/> declares, and pages offer what decisions accept. The structure is of a network that asks for no
/// validation, so that nothing but the declaration decides.
/// </summary>
public sealed class RuleTableTests(ITestOutputHelper output)
{
    private const string Own = "ft-dr-nouvelle-aquitaine";
    private const string Other = "cpam-gironde";

    private static readonly Account Writer = Account(Profile.Agent, Own, "who-wrote-it");

    private static readonly (string Relation, string Structure)[] Relations =
    [
        ("concerned", Own), ("ancestor", "france-travail"), ("descendant", "france-travail-langon"), ("other structure of the network", "ft-dr-occitanie"),
        ("other network, concerned", Other), ("other network", "caf-gironde"), ("DITP", "ditp"),
    ];

    private static readonly Dictionary<Stage, An> Experiences = new()
    {
        [Stage.ToDo] = Fresh,
        [Stage.Draft] = Fresh.DraftedBy(Own, Writer),
        [Stage.ToValidate] = Fresh.AwaitingValidation(Own, Writer),
        [Stage.Transferring] = Fresh.AskedToTransfer(Own, "ft-dr-occitanie", "france-travail"),
        [Stage.Publishing] = Fresh.PublishingBy(Own, Writer),
        [Stage.Published] = Fresh.AnsweredBy(Own, Writer),
        [Stage.Adopted] = Fresh.AdoptedBy(Own, "drfip-gironde"),
        [Stage.Amending] = Fresh.AdoptedBy(Own, "drfip-gironde").DraftedBy(Own, Writer),
        [Stage.AmendmentToValidate] = Fresh.AdoptedBy(Own, "drfip-gironde").AwaitingValidation(Own, Writer),
        [Stage.NotConcerned] = Fresh.NotConcerned(Own),
    };

    private static An Fresh => An.Experience.Published(Own, Other, "drfip-gironde").AnsweredBy(Other).AnsweredBy("drfip-gironde").Commented(Other).Reported()
        with { Colleague = Writer };

    [Fact]
    public void Each_cell_is_as_declared()
    {
        var (cells, wrong) = (0, new List<string>());
        foreach (var rule in Rule.All.Where(r => r.Action is not (Actions.Read or Actions.Moderate)))
        {
            foreach (var (stage, an) in Experiences)
            {
                foreach (var (relation, account) in Callers())
                {
                    cells++;
                    var (declared, decided) = (Declared(rule, stage, account), an.Refusal(Command(rule.Action, an), account));
                    if (declared != decided) wrong.Add($"{rule.Action}, {stage}, {account?.Profile} {relation}: {declared} declared, {decided} decided");
                    if (account is not null && Offers(an, account, rule) != (decided == Refusal.None) && !IsOtherWay(rule.Action))
                        wrong.Add($"{rule.Action}, {stage}, {account.Profile} {relation}: {decided} decided, page differs");
                }
            }
        }

        output.WriteLine($"{cells} cells: {Rule.All.Length - 2} commands, {Experiences.Count} stages, {Callers().Count()} callers");
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.Equal((Rule.All.Length - 2) * Experiences.Count * Callers().Count(), cells);
    }

    [Fact]
    public void Each_stage_of_the_declaration_is_tried() =>
        Assert.All(Enum.GetValues<Stage>().Where(s => int.IsPow2((int)s)), stage => Assert.Equal(stage, Stages.Of(Experiences[stage].State.StandingOf(Id(Own))!)));

    [Fact]
    public void Each_action_has_one_rule() =>
        Assert.Equal(Enum.GetValues<Actions>().Where(a => a != Actions.None), Rule.All.Select(r => r.Action).Order());

    /// <summary>The rule, read by the letter: who sees, who is named, whose structure it is, where it stands.</summary>
    private static Refusal Declared(Rule rule, Stage stage, Account? account)
    {
        if (account is null || !Sees(account)) return Refusal.NotFound;
        if (!rule.By.Contains(account.Profile)) return Refusal.NotAllowed;
        var inScope = rule.Scope switch
        {
            Scope.Structure => IsAtOrAbove(account, Own),
            Scope.Transfer => stage != Stage.Transferring || IsSteward(account) || IsAtOrAbove(account, "france-travail"),
            _ => true,
        };
        if (!inScope) return Refusal.NotAllowed;
        if (rule.Scope == Scope.Experience || rule.From.HasFlag(stage)) return Refusal.None;
        if (stage == Stage.Transferring) return Refusal.TransferPending;
        // There was something to take back, and it is public by now.
        return rule.Action == Actions.TakeBackResponse && Stage.Answered.HasFlag(stage) ? Refusal.TooLate : Refusal.WrongStatus;
    }

    private static bool Sees(Account account) =>
        IsSteward(account) || IsAtOrAbove(account, Own) || IsAtOrAbove(account, Other) || IsAtOrAbove(account, "drfip-gironde");

    private static bool IsAtOrAbove(Account account, string structure) => Book.Structures.Path(Id(structure)).Contains(account.Structure);

    private static bool IsSteward(Account account) => account.Profile is Profile.Moderator or Profile.StewardAdministrator;

    private static IEnumerable<(string Relation, Account? Account)> Callers()
    {
        foreach (var (relation, structure) in Relations)
            foreach (var profile in Enum.GetValues<Profile>())
                if (structure == "ditp" == profile is Profile.Moderator or Profile.StewardAdministrator) yield return (relation, Account(profile, structure));
        yield return ("nobody", null);
    }

    private static bool Offers(An an, Account account, Rule rule) => rule.Scope == Scope.Experience
        ? Rights.OfferedFor(an.State, an.By(account)).HasFlag(rule.Action)
        : Rights.OfferedFor(an.State, an.State.StandingOf(Id(Own))!, an.By(account)).HasFlag(rule.Action);

    /// <summary>Where a text may be published, a page does not offer to ask for its validation too; both are accepted.</summary>
    private static bool IsOtherWay(Actions action) => action == Actions.RequestValidation;

    private static ExperienceCommand Command(Actions action, An an)
    {
        var (version, text) = (an.VersionOf(Own), An.Text("Une autre réponse"));
        return action switch
        {
            Actions.Comment => New.Comment(),
            Actions.MaskComment => New.Mask(1),
            Actions.QualifyGeneralTags => New.GeneralTags(0),
            Actions.Route => New.Routing(an.State.RoutingVersion, [.. an.State.Standings.Select(s => s.Structure.Value)]),
            Actions.Unpublish => New.Unpublication(),
            Actions.DismissReports => New.Dismissal(1),
            Actions.GiveStandingResponse => New.StandingResponse(),
            Actions.QualifyChannels => New.Channels(Own, 0),
            Actions.QualifyBusinessTags => New.BusinessTags(Own, 0),
            Actions.NoteImprovements => New.Improvements(Own, 0),
            Actions.AssignResponse => New.Assignment(Own, Writer.Subject),
            Actions.DeclareIntent => New.Intent(Own),
            Actions.ReplaceStructure => New.Replacement(Own, "france-travail-langon"),
            Actions.DeclareNotConcerned => New.NotConcerned(Own, version),
            Actions.RequestTransfer => New.Transfer(Own, version, "caf-gironde"),
            Actions.WithdrawTransfer => New.TransferWithdrawal(Own, version),
            Actions.ResolveTransfer => New.Acceptance(Own, version),
            Actions.SaveDraft => New.Draft(Own, version, text),
            Actions.RequestValidation => New.Validation(Own, version, text),
            Actions.SendBack => New.SendBack(Own, version),
            Actions.PublishResponse => New.Response(Own, version, text),
            Actions.AdoptResponse => New.Adoption(Own, version, Other),
            Actions.TakeBackResponse => New.TakeBack(Own, version),
            _ => throw new ArgumentOutOfRangeException(nameof(action), action, "A new action needs its command here."),
        };
    }
}
