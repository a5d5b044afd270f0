using SpPlus.Contracts.Accounts;
using SpPlus.Contracts.Experiences;
using SpPlus.Silo.Accounts;
using Xunit;
using static SpPlus.Tests.Experiences.TestReference;

namespace SpPlus.Tests.Experiences.Decisions;

public sealed class StatusTableTests
{
    private const string Caf = "caf-gironde";
    private const string Cpam = "cpam-gironde";

    private static readonly Account Writer = Account(Profile.Agent, Caf, "writer");
    private static readonly Account Validator = Account(Profile.SuperAgent, "cnaf", "validator");

    private static readonly (string Status, An Experience)[] Responses =
    [
        ("À traiter", Answerable),
        ("En cours", Answerable.DraftedBy(Caf, Writer)),
        ("À valider", Answerable.AwaitingValidation(Caf, Writer, "Brouillon")),
        ("Publiée", Answerable.AnsweredBy(Caf)),
        ("Adoptée", Answerable.AdoptedBy(Caf, Cpam)),
        ("Non concernée", Answerable.NotConcerned(Caf)),
        ("Publication en cours", Answerable.PublishingBy(Caf)),
        ("Transfert demandé", Answerable.AskedToTransfer(Caf, "caf-rhone")),
    ];

    private static readonly (string Status, An Experience)[] Experiences =
    [
        ("Inconnue", An.UnknownExperience),
        ("Déposée", An.Experience),
        ("Publiée", An.Experience.Published(Caf)),
        ("Rejetée", An.Experience.Rejected()),
        ("Dépubliée", An.Experience.Published(Caf).Unpublished()),
        ("Retirée", An.Experience.Published(Caf).Withdrawn()),
        ("Retirée avant", An.Experience.Withdrawn()),
    ];

    private static An Answerable => An.Experience.Published(Caf, Cpam).AnsweredBy(Cpam);

    [Theory]
    //                                 À traiter             En cours              À valider             Publiée               Adoptée               Non concernée  Publication        Transfert
    [InlineData("save",               "None",               "None",               "None",               "None",               "None",               "WrongStatus", "WrongStatus",     "None")]
    [InlineData("ask validation",     "None",               "None",               "None",               "None",               "None",               "WrongStatus", "WrongStatus",     "TransferPending")]
    [InlineData("send back",          "WrongStatus",        "WrongStatus",        "None",               "WrongStatus",        "WrongStatus",        "WrongStatus", "WrongStatus",     "TransferPending")]
    [InlineData("publish",            "ValidationRequired", "ValidationRequired", "None",               "ValidationRequired", "ValidationRequired", "WrongStatus", "WrongStatus",     "TransferPending")]
    [InlineData("publish alone",      "ValidationRequired", "ValidationRequired", "ValidationRequired", "ValidationRequired", "ValidationRequired", "WrongStatus", "WrongStatus",     "TransferPending")]
    [InlineData("adopt",              "None",               "None",               "None",               "WrongStatus",        "NothingChanged",     "WrongStatus", "WrongStatus",     "TransferPending")]
    [InlineData("take back",          "WrongStatus",        "WrongStatus",        "WrongStatus",        "TooLate",            "TooLate",            "WrongStatus", "None",            "TransferPending")]
    [InlineData("not concerned",      "None",               "None",               "None",               "WrongStatus",        "WrongStatus",        "WrongStatus", "WrongStatus",     "TransferPending")]
    [InlineData("intend",             "None",               "None",               "None",               "WrongStatus",        "WrongStatus",        "WrongStatus", "WrongStatus",     "TransferPending")]
    [InlineData("ask transfer",       "None",               "None",               "None",               "WrongStatus",        "WrongStatus",        "WrongStatus", "WrongStatus",     "TransferPending")]
    [InlineData("accept transfer",    "WrongStatus",        "WrongStatus",        "WrongStatus",        "WrongStatus",        "WrongStatus",        "WrongStatus", "WrongStatus",     "None")]
    [InlineData("refuse transfer",    "WrongStatus",        "WrongStatus",        "WrongStatus",        "WrongStatus",        "WrongStatus",        "WrongStatus", "WrongStatus",     "None")]
    [InlineData("withdraw transfer",  "WrongStatus",        "WrongStatus",        "WrongStatus",        "WrongStatus",        "WrongStatus",        "WrongStatus", "WrongStatus",     "None")]
    [InlineData("evaluate",           "WrongStatus",        "WrongStatus",        "WrongStatus",        "None",               "None",               "WrongStatus", "WrongStatus",     "WrongStatus")]
    public void Each_command_on_a_response_has_one_answer_in_each_status(string command, params string[] answers) =>
        Assert.Equal(answers, Responses.Select(r => Respond(command, r.Experience).ToString()));

    [Theory]
    //                              Inconnue       Déposée        Publiée           Rejetée           Dépubliée         Retirée           Retirée avant
    [InlineData("submit",          "None",        "WrongStatus", "WrongStatus",    "WrongStatus",    "WrongStatus",    "WrongStatus",    "WrongStatus")]
    [InlineData("publish",         "NotFound",    "None",        "AlreadyDecided", "AlreadyDecided", "AlreadyDecided", "AlreadyDecided", "WrongStatus")]
    [InlineData("moderate",        "NotFound",    "None",        "AlreadyDecided", "AlreadyDecided", "AlreadyDecided", "AlreadyDecided", "WrongStatus")]
    [InlineData("reject",          "NotFound",    "None",        "AlreadyDecided", "AlreadyDecided", "AlreadyDecided", "AlreadyDecided", "WrongStatus")]
    [InlineData("route",           "NotFound",    "WrongStatus", "None",           "WrongStatus",    "WrongStatus",    "WrongStatus",    "WrongStatus")]
    [InlineData("unpublish",       "NotFound",    "WrongStatus", "None",           "WrongStatus",    "WrongStatus",    "WrongStatus",    "WrongStatus")]
    [InlineData("report",          "NotFound",    "NotFound",    "None",           "NotFound",       "NotFound",       "NotFound",       "NotFound")]
    [InlineData("dismiss reports", "NotFound",    "WrongStatus", "NothingChanged", "WrongStatus",    "WrongStatus",    "WrongStatus",    "WrongStatus")]
    [InlineData("comment",         "NotFound",    "WrongStatus", "None",           "WrongStatus",    "WrongStatus",    "WrongStatus",    "WrongStatus")]
    [InlineData("save",            "NotFound",    "NotFound",    "None",           "NotFound",       "WrongStatus",    "WrongStatus",    "NotFound")]
    [InlineData("qualify",         "NotFound",    "NotFound",    "None",           "NotFound",       "WrongStatus",    "WrongStatus",    "NotFound")]
    [InlineData("withdraw",        "NotFound",    "None",        "None",           "None",           "None",           "None",           "None")]
    public void Each_command_on_an_experience_has_one_answer_in_each_status(string command, params string[] answers) =>
        Assert.Equal(answers, Experiences.Select(r => Act(command, r.Experience).ToString()));

    [Fact]
    public void A_second_moderator_is_shown_the_first_decision()
    {
        var refused = An.Experience.Published(Caf).Decide(New.Reject(), Account(Profile.Moderator, "ditp", "second")).Refused!;
        Assert.Equal(ExperienceStatus.Published, refused.Decided!.Status);
        Assert.Equal((Moderator.DisplayName, An.Start), (refused.Decided.By, refused.Decided.At));
    }

    [Fact]
    public void What_is_withdrawn_twice_is_withdrawn_once() =>
        Assert.Empty(An.Experience.Withdrawn().Decide(New.Withdraw(), An.Experience.ByAuthor()).Facts);

    private static Refusal Respond(string command, An an)
    {
        var text = an.State.StandingOf(Id(Caf))!.Draft?.Response ?? An.Text();
        var version = an.VersionOf(Caf);
        return command switch
        {
            "save" => an.Refusal(New.Draft(Caf, version), Writer),
            "ask validation" => an.Refusal(New.Validation(Caf, version), Writer),
            "send back" => an.Refusal(New.SendBack(Caf, version), Validator),
            "publish" => an.Refusal(New.Response(Caf, version, text), Validator),
            "publish alone" => an.Refusal(New.Response(Caf, version, text), Writer),
            "adopt" => an.Refusal(New.Adoption(Caf, version, Cpam), Writer),
            "take back" => an.Refusal(New.TakeBack(Caf, version), Validator),
            "intend" => an.Refusal(New.Intent(Caf), Writer),
            "ask transfer" => an.Refusal(New.Transfer(Caf, version, "france-travail"), Writer),
            "accept transfer" => an.Refusal(New.Acceptance(Caf, version), Moderator),
            "refuse transfer" => an.Refusal(New.TransferRefusal(Caf, version), Moderator),
            "withdraw transfer" => an.Refusal(New.TransferWithdrawal(Caf, version), Writer),
            "not concerned" => an.Refusal(New.NotConcerned(Caf, version), Writer),
            _ => an.Refusal(New.Evaluation(Caf), an.ByAuthor()),
        };
    }

    private static Refusal Act(string command, An an) => command switch
    {
        "submit" => an.Refusal(New.Submission(), an.By(null)),
        "publish" => an.Refusal(New.Publication(Caf), Moderator),
        "moderate" => an.Refusal(New.ModeratedPublication(Caf), Moderator),
        "reject" => an.Refusal(New.Reject(), Moderator),
        "route" => an.Refusal(New.Routing(an.State.RoutingVersion, Caf, Cpam), Moderator),
        "unpublish" => an.Refusal(New.Unpublication(), Moderator),
        "report" => an.Refusal(New.Report(), an.By(null)),
        "dismiss reports" => an.Refusal(New.Dismissal(1), Moderator),
        "comment" => an.Refusal(New.Comment(), Moderator),
        "save" => an.Refusal(New.Draft(Caf, 0), Writer),
        "qualify" => an.Refusal(New.GeneralTags(0), Writer),
        _ => an.Refusal(New.Withdraw(), an.ByAuthor()),
    };
}
