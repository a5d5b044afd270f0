using System.Collections.Frozen;
using System.Text.Json;
using SpPlus.Contracts.Mails;

namespace SpPlus.Silo.Mail.Operators;

/// <summary>What operators call what <see cref="MailState"/> names.</summary>
internal static class MailStandings
{
    private static readonly FrozenDictionary<string, MailStanding> OfState = new Dictionary<string, MailStanding>
    {
        [MailState.Queued] = MailStanding.Waiting,
        [MailState.HandingOver] = MailStanding.HandingOver,
        [MailState.Unknown] = MailStanding.Held,
        [MailState.Refused] = MailStanding.Refused,
        [MailState.Accepted] = MailStanding.Accepted,
        [MailState.Cancelled] = MailStanding.Cancelled,
        [MailState.NoAddress] = MailStanding.NoAddress,
        [MailState.Overtaken] = MailStanding.Overtaken,
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<MailStanding, string> ToState = OfState.ToFrozenDictionary(p => p.Value, p => p.Key);

    public static MailStanding Of(string state) => OfState[state];

    /// <summary>As the command line names it.</summary>
    public static string Word(this MailStanding standing) => JsonNamingPolicy.KebabCaseLower.ConvertName(standing.ToString());

    public static string State(this MailStanding standing) => ToState[standing];
}
