using SpPlus.Contracts.Accounts;
using SpPlus.Contracts.Experiences;
using SpPlus.Contracts.ImprovementActions;
using SpPlus.Silo.Accounts;
using SpPlus.Silo.ImprovementActions;
using Xunit;
using Xunit.Abstractions;
using static SpPlus.Tests.Experiences.TestReference;
using Actions = SpPlus.Contracts.ImprovementActions.ImprovementActionActions;

namespace SpPlus.Tests.ImprovementActions;

/// <summary>Every command, at every stage of the action, by every profile in every relation to its structure.</summary>
public sealed class ImprovementActionRuleTests(ITestOutputHelper output)
{
    private const string Own = "ft-dr-nouvelle-aquitaine";

    private static readonly (string Relation, string Structure)[] Relations =
    [
        ("own", Own), ("ancestor", "france-travail"), ("descendant", "france-travail-langon"), ("other of the network", "ft-dr-occitanie"),
        ("other network", "caf-gironde"), ("DITP", "ditp"),
    ];

    private static readonly Dictionary<ActionStage, PastAction> Stages = new()
    {
        [ActionStage.None] = PastAction.None,
        [ActionStage.Committed] = PastAction.None.Committed(Own),
        [ActionStage.Done] = PastAction.None.Committed(Own).Done(),
    };

    [Fact]
    public void Each_cell_is_as_declared()
    {
        var (cells, wrong) = (0, new List<string>());
        foreach (var rule in ImprovementActionRule.All.Where(r => r.Action != Actions.Read))
        {
            foreach (var (stage, action) in Stages)
            {
                foreach (var (relation, account) in Callers())
                {
                    cells++;
                    var (declared, decided) = (Declared(rule, stage, account), action.Refusal(Command(rule.Action, action), account));
                    if (declared != decided) wrong.Add($"{rule.Action}, {stage}, {account?.Profile} {relation}: {declared} declared, {decided} decided");
                    if (account is null || (stage == ActionStage.None && rule.Action != Actions.Publish)) continue;
                    var offered = ImprovementActionRights.OfferedFor(account, Id(Own), stage, Book).HasFlag(rule.Action);
                    if (offered != (decided == Refusal.None)) wrong.Add($"{rule.Action}, {stage}, {account.Profile} {relation}: {decided} decided, page differs");
                }
            }
        }

        output.WriteLine($"{cells} cells");
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.Equal(4 * 3 * Callers().Count(), cells);
    }

    [Fact]
    public void Each_action_has_one_rule() =>
        Assert.Equal(Enum.GetValues<Actions>().Where(a => a != Actions.None), ImprovementActionRule.All.Select(r => r.Action).Order());

    [Fact]
    public void A_reader_may_do_nothing_but_read() =>
        Assert.All(ImprovementActionRule.All, rule => Assert.Equal(rule.Action == Actions.Read, rule.By.Contains(Profile.Reader)));

    [Theory]
    [InlineData(Profile.Agent, Refusal.ValidationRequired)]
    [InlineData(Profile.SuperAgent, Refusal.None)]
    [InlineData(Profile.NetworkAdministrator, Refusal.None)]
    public void Where_a_network_wants_validation_those_who_validate_publish(Profile profile, Refusal expected) =>
        Assert.Equal(expected, PastAction.None.Refusal(NewAction.Publication("caf-gironde", PastAction.First), Account(profile, "caf-gironde")));

    [Fact]
    public void An_action_of_a_structure_that_does_not_exist_is_not_found() =>
        Assert.Equal(Refusal.NotFound, PastAction.None.Refusal(NewAction.Publication("nulle-part", PastAction.First), Account(Profile.SuperAgent, "cnaf")));

    /// <summary>The rule, read by the letter.</summary>
    private static Refusal Declared(ImprovementActionRule rule, ActionStage stage, Account? account)
    {
        if (account is null || (stage == ActionStage.None && rule.Action != Actions.Publish)) return Refusal.NotFound;
        var (acts, isSteward) = (Book.Structures.Path(Id(Own)).Contains(account.Structure), account.Profile is Profile.Moderator or Profile.StewardAdministrator);
        if (!acts && !isSteward) return Refusal.NotFound;
        if (!rule.By.Contains(account.Profile) || !acts) return Refusal.NotAllowed;
        return rule.From.HasFlag(stage) ? Refusal.None : Refusal.WrongStatus;
    }

    private static IEnumerable<(string Relation, Account? Account)> Callers()
    {
        foreach (var (relation, structure) in Relations)
            foreach (var profile in Enum.GetValues<Profile>())
                if (structure == "ditp" == profile is Profile.Moderator or Profile.StewardAdministrator) yield return (relation, Account(profile, structure));
        yield return ("nobody", null);
    }

    private static ImprovementActionCommand Command(Actions asked, PastAction action) => asked switch
    {
        Actions.Publish => NewAction.Publication(Own, PastAction.First),
        Actions.Amend => NewAction.Amendment(action.State.Version),
        Actions.Complete => NewAction.Completion(action.State.Version, new(2026, 3, 1)),
        Actions.Tie => NewAction.Ties(PastAction.Second),
        _ => throw new ArgumentOutOfRangeException(nameof(asked), asked, "A new action needs its command here."),
    };
}
