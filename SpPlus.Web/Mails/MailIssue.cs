using Microsoft.Extensions.Localization;
using SpPlus.Contracts.Mails;
using SpPlus.Web.Texts;

namespace SpPlus.Web.Mails;

internal static class MailIssue
{
    /// <summary>What is known of the last try; null when nothing is.</summary>
    public static string? Of(MailItem mail, IStringLocalizer<MailTexts> texts) => Of(mail.Outcome, texts);

    /// <inheritdoc cref="Of(MailItem, IStringLocalizer{MailTexts})"/>
    public static string? Of(string? outcome, IStringLocalizer<MailTexts> texts) => outcome switch
    {
        null or "" => null,
        "operator" => texts["Issue.Operator"].Value,
        "sender died" => texts["Issue.SenderDied"].Value,
        "restored" => texts["Issue.Restored"].Value,
        _ when outcome.StartsWith("given up: ", StringComparison.Ordinal) => texts["Issue.GivenUp", outcome["given up: ".Length..]].Value,
        _ when char.IsAsciiDigit(outcome[0]) => texts["Issue.Server", outcome].Value,
        _ => texts["Issue.Cut", outcome].Value,
    };
}
