using System.Buffers;
using MimeKit;

namespace SpPlus.Silo.Privacy;

internal static class EmailAddress
{
    private static readonly SearchValues<char> NeverInAnAddress = SearchValues.Create("\r\n\0<>,;\" ");

    /// <summary>One plain address that SMTP can carry: no display name, no line break, 254 characters at most.</summary>
    public static bool IsWellFormed(string text) =>
        text.Length <= 254
        && !text.AsSpan().ContainsAny(NeverInAnAddress)
        && MailboxAddress.TryParse(text, out var mailbox)
        && mailbox.Address == text
        && mailbox.Address.IndexOf('@', StringComparison.Ordinal) is > 0 and var at
        && mailbox.Address.IndexOf('.', at) > at + 1
        && !mailbox.Address.EndsWith('.');
}
