using SpPlus.Contracts.Mails;

namespace SpPlus.Web.Mails;

/// <summary>States and decisions as addresses and forms name them.</summary>
internal static class MailWords
{
    public static readonly (MailStanding Standing, string Word)[] Standings =
    [
        (MailStanding.Held, "a-verifier"), (MailStanding.Waiting, "en-attente"), (MailStanding.HandingOver, "en-cours"), (MailStanding.Refused, "refuses"),
        (MailStanding.Accepted, "acceptes"), (MailStanding.Cancelled, "annules"), (MailStanding.NoAddress, "sans-adresse"), (MailStanding.Overtaken, "sans-objet"),
    ];

    public static readonly (MailDecision Decision, string Word)[] Decisions =
        [(MailDecision.WasAccepted, "accepte"), (MailDecision.SendAgain, "renvoyer"), (MailDecision.Cancel, "annuler")];

    public static string Of(MailStanding standing) => Array.Find(Standings, s => s.Standing == standing).Word;

    public static string Of(MailDecision decision) => Array.Find(Decisions, d => d.Decision == decision).Word;

    public static MailStanding? Standing(string? word) => Array.Find(Standings, s => s.Word == word) is { Word: not null } known ? known.Standing : null;

    public static MailDecision? Decision(string? word) => Array.Find(Decisions, d => d.Word == word) is { Word: not null } known ? known.Decision : null;

    /// <summary>What may be decided about all mails that stand so at once.</summary>
    public static IEnumerable<MailDecision> DecisionsOf(MailStanding? standing) => standing switch
    {
        MailStanding.Held => [MailDecision.WasAccepted, MailDecision.SendAgain],
        MailStanding.Refused or MailStanding.Cancelled or MailStanding.Accepted => [MailDecision.SendAgain],
        MailStanding.Waiting => [MailDecision.Cancel],
        _ => [],
    };
}
