using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SpPlus.Contracts.Experiences;

namespace SpPlus.Silo.Mail;

/// <summary>STEP-1's key: one step, one mail; for agents, STEP-3's: one span of news, one mail.</summary>
internal sealed record MailKey
{
    /// <summary>Null where the mail is about no single one.</summary>
    public ExperienceId? Experience { get; init; }
    public required string Step { get; init; }

    /// <summary>Empty where the step is no structure's; the action's reference where it is an improvement action's.</summary>
    public string Structure { get; init; } = "";

    /// <summary>Of the response; of an improvement action, the number of its state.</summary>
    public int Version { get; init; }

    /// <summary>An agent's subject; empty: the author of the experience.</summary>
    public string Recipient { get; init; } = "";

    public bool IsToAgent => Recipient.Length > 0;

    public string About => Experience?.Value ?? "";

    /// <summary>The same for every attempt, so that a server or mailbox that had it already can tell; it says nothing of the key.</summary>
    public string MessageId(string domain)
    {
        var text = string.Join('\n', "spplus.mail", About, Step, Structure, Version.ToString(CultureInfo.InvariantCulture));
        if (IsToAgent) text += "\n" + Recipient;
        return $"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 20))}@{domain}";
    }
}
