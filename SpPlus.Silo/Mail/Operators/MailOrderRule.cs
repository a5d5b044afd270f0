using SpPlus.Contracts.Mails;

namespace SpPlus.Silo.Mail.Operators;

/// <summary>
/// What may be decided about a mail that stands in one way (STEP-2).
/// <code>
///               was accepted   send again              cancel
/// waiting                                              yes
/// held          yes            yes
/// refused                      yes
/// accepted                     if they say so twice
/// cancelled                    yes
/// </code>
/// Nothing is decided about one that is being handed over: its sender knows in a moment.
/// </summary>
internal static class MailOrderRule
{
    public static bool Allows(MailDecision decision, MailStanding standing, bool evenAccepted) => (decision, standing) switch
    {
        (MailDecision.WasAccepted, MailStanding.Held) => true,
        (MailDecision.SendAgain, MailStanding.Held or MailStanding.Refused or MailStanding.Cancelled) => true,
        (MailDecision.SendAgain, MailStanding.Accepted) => evenAccepted,
        (MailDecision.Cancel, MailStanding.Waiting) => true,
        _ => false,
    };

    public static IEnumerable<MailStanding> From(MailDecision decision, bool evenAccepted) =>
        Enum.GetValues<MailStanding>().Where(standing => Allows(decision, standing, evenAccepted));
}
