using SpPlus.Contracts.Accounts;
using SpPlus.Contracts.Experiences;
using SpPlus.Silo.Accounts;
using SpPlus.Silo.Experiences.Decisions;
using Xunit;
using static SpPlus.Tests.Experiences.TestReference;
using Actions = SpPlus.Contracts.Experiences.ExperienceActions;

namespace SpPlus.Tests.Experiences.Decisions;

/// <summary>
/// RIGHT-1 to RIGHT-4: every action, by every profile, from every place. The expectation is written here a second time, in the
/// words of the rules, so that a change of the declaration shows.
/// </summary>
public sealed class RightsTableTests
{
    private const string Own = "drfip-gironde";

    // One experience that concerns two administrations; the actions are tried for drfip-gironde.
    private static readonly An Experience = An.Experience.Published(Own, "cpam-gironde").AnsweredBy("cpam-gironde").Commented(Own);

    private static readonly (string Place, string Structure, bool Sees, bool ActsForOwn)[] Places =
    [
        ("concerned", Own, true, true),
        ("ancestor", "dgfip", true, true),
        ("descendant", "sip-libourne", false, false),
        ("same network", "drfip-corse-du-sud", false, false),
        ("other concerned network", "cpam-gironde", true, false),
        ("above the other concerned one", "cnam", true, false),
        ("other network", "caf-gironde", false, false),
        ("DITP structure without a DITP profile", "ditp", false, false),
    ];

    public static TheoryData<string> All => [.. Enum.GetValues<Actions>().Where(a => a != Actions.None).Select(a => a.ToString())];

    [Theory]
    [MemberData(nameof(All))]
    public void An_action_is_for_those_the_rules_name_and_hidden_from_those_who_see_nothing(string name)
    {
        var action = Enum.Parse<Actions>(name);
        var expected = new List<string>();
        var actual = new List<string>();
        foreach (var profile in Enum.GetValues<Profile>())
        {
            if (IsSteward(profile))
            {
                Try(profile, "ditp", sees: true, acts: false);
                continue;
            }

            foreach (var (_, structure, sees, acts) in Places) Try(profile, structure, sees, acts);
        }

        actual.Add($"nobody: {Attempt(action, null)}");
        expected.Add("nobody: NotFound");
        Assert.Equal(expected, actual);

        void Try(Profile profile, string structure, bool sees, bool acts)
        {
            actual.Add($"{profile} of {structure}: {Attempt(action, Account(profile, structure))}");
            expected.Add($"{profile} of {structure}: {Expected(action, profile, sees, acts)}");
        }
    }

    [Fact]
    public void The_DITP_answers_for_its_own_structures_only()
    {
        var standing = An.Experience.Published("hors-structures", "caf-gironde");
        Assert.Equal(Refusal.None, standing.Refusal(New.Draft("hors-structures", 0), Moderator));
        Assert.Equal(Refusal.None, standing.Refusal(New.Response("hors-structures", 0), Moderator));
        Assert.Equal(Refusal.NotAllowed, standing.Refusal(New.Response("caf-gironde", 0), Moderator));
    }

    [Fact]
    public void A_structure_that_is_not_concerned_is_never_told_apart_from_one_that_does_not_exist()
    {
        var agent = Account(Profile.Agent, Own);
        Assert.Equal(Refusal.NotFound, Experience.Refusal(New.Draft("caf-gironde", 0), agent));
        Assert.Equal(Refusal.NotFound, Experience.Refusal(New.Draft("no-such-structure", 0), agent));
        Assert.Equal(Refusal.NotFound, Experience.Refusal(New.Evaluation("no-such-structure"), Experience.ByAuthor()));
    }

    [Fact]
    public void Only_the_bearer_of_the_tracking_link_is_the_author()
    {
        var forged = Experience.ByAuthor("another-token-of-a-good-length");
        Assert.Equal(Refusal.NotFound, Experience.Refusal(New.Evaluation("cpam-gironde"), forged));
        Assert.Equal(Refusal.NotFound, Experience.Refusal(New.Withdraw(), forged));
        Assert.Equal(Refusal.NotFound, Experience.Refusal(New.Withdraw(), Moderator));
        Assert.Equal(Refusal.None, Experience.Refusal(New.Evaluation("cpam-gironde"), Experience.ByAuthor()));
    }

    [Fact]
    public void What_a_page_offers_is_accepted()
    {
        var refused = new List<string>();
        for (var seed = 0; seed < 40; seed++)
        {
            var workload = new Workload(seed, 3);
            for (var i = 0; i < 40; i++) workload.Next();
            foreach (var state in workload.States.Values)
                foreach (var account in Accounts(state.Standings.Select(s => s.Structure.Value)))
                    refused.AddRange(OfferedAndRefused(new An().At(state), account));
        }

        Assert.Empty(refused.Distinct());
    }

    private static IEnumerable<Account> Accounts(IEnumerable<string> structures) =>
        from structure in structures.Append("dgfip").Append("cnaf")
        from profile in new[] { Profile.Reader, Profile.Agent, Profile.SuperAgent }
        from number in new[] { 0, 1 }
        select Account(profile, structure, $"{structure}-{number}");

    private static IEnumerable<string> OfferedAndRefused(An an, Account account)
    {
        foreach (var standing in an.State.Standings)
        {
            var offered = Rights.OfferedFor(an.State, standing, an.By(account));
            var (structure, text) = (standing.Structure.Value, standing.Draft?.Response ?? An.Text());
            foreach (var action in Enum.GetValues<Actions>().Where(a => a != Actions.None && offered.HasFlag(a)))
            {
                var refusal = an.Refusal(Command(action, structure, standing.Version, text), account);
                if (refusal is Refusal.NotFound or Refusal.NotAllowed or Refusal.WrongStatus or Refusal.ValidationRequired or Refusal.ValidatorIsAuthor)
                    yield return $"{action} in {standing.Status} for {account.Profile}: {refusal}";
            }
        }
    }

    private static bool IsSteward(Profile profile) => profile is Profile.Moderator or Profile.StewardAdministrator;

    private static string Expected(Actions action, Profile profile, bool sees, bool acts)
    {
        if (!sees) return "NotFound";
        var may = action switch
        {
            Actions.Read => true,
            Actions.Moderate or Actions.Route or Actions.Unpublish or Actions.MaskComment or Actions.DismissReports
                or Actions.GiveStandingResponse => IsSteward(profile),
            // Nobody asked to transfer: there is nothing to resolve, which is said to whoever may resolve.
            Actions.ResolveTransfer => IsSteward(profile) || profile is Profile.SuperAgent or Profile.NetworkAdministrator,
            Actions.SendBack => profile is Profile.SuperAgent or Profile.NetworkAdministrator,
            Actions.Comment => profile != Profile.Reader,
            _ => profile is Profile.Agent or Profile.SuperAgent or Profile.NetworkAdministrator,
        };
        var ofTheWhole = action is Actions.Read or Actions.Comment or Actions.QualifyGeneralTags or Actions.Moderate or Actions.Route or Actions.Unpublish or Actions.MaskComment or Actions.ResolveTransfer
            or Actions.DismissReports or Actions.GiveStandingResponse;
        may &= ofTheWhole || acts;
        return may ? "allowed" : "NotAllowed";
    }

    private static string Attempt(Actions action, Account? account)
    {
        if (action == Actions.Read) return account is not null && Rights.Sees(account, Experience.State, Book.Structures) ? "allowed" : "NotFound";
        var refusal = Experience.Refusal(Command(action, Own, 0, An.Text()), account);
        return refusal is Refusal.NotFound or Refusal.NotAllowed ? refusal.ToString() : "allowed";
    }

    private static ExperienceCommand Command(Actions action, string structure, int version, ResponseText text) => action switch
    {
        Actions.Comment => New.Comment(),
        Actions.QualifyChannels => New.Channels(structure, 0),
        Actions.QualifyGeneralTags => New.GeneralTags(0),
        Actions.QualifyBusinessTags => New.BusinessTags(structure, 0),
        Actions.NoteImprovements => New.Improvements(structure, 0),
        Actions.ReplaceStructure => New.Replacement(structure, "sip-libourne"),
        Actions.DeclareNotConcerned => New.NotConcerned(structure, version),
        Actions.SaveDraft => New.Draft(structure, version, text),
        Actions.RequestValidation => New.Validation(structure, version, text),
        Actions.SendBack => New.SendBack(structure, version),
        Actions.PublishResponse => New.Response(structure, version, text),
        Actions.AdoptResponse => New.Adoption(structure, version, "cpam-gironde"),
        Actions.Moderate => New.Publication(Own),
        Actions.Route => New.Routing(2, Own, "cpam-gironde"),
        Actions.Unpublish => New.Unpublication(),
        Actions.TakeBackResponse => New.TakeBack(structure, version),
        Actions.DeclareIntent => New.Intent(structure),
        Actions.AssignResponse => New.Assignment(structure, null),
        Actions.RequestTransfer => New.Transfer(structure, version, "france-travail"),
        Actions.WithdrawTransfer => New.TransferWithdrawal(structure, version),
        Actions.ResolveTransfer => New.Acceptance(structure, version),
        Actions.MaskComment => New.Mask(1),
        Actions.DismissReports => New.Dismissal(1),
        Actions.GiveStandingResponse => New.StandingResponse(),
        _ => throw new ArgumentOutOfRangeException(nameof(action), action, "A new action needs its command here."),
    };
}
