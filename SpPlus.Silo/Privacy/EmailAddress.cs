using System.Buffers;
using System.Globalization;
using MimeKit;

namespace SpPlus.Silo.Privacy;

internal static class EmailAddress
{
    private static readonly SearchValues<char> NeverInAnAddress = SearchValues.Create("<>()[]:,;\"\\");

    /// <summary>One plain address that SMTP can carry: no display name, no line break, 254 characters at most.</summary>
    public static bool IsWellFormed(string text) =>
        text.Length <= 254
        && !text.AsSpan().ContainsAny(NeverInAnAddress)
        && !text.Any(c => char.IsControl(c) || char.IsWhiteSpace(c) || char.GetUnicodeCategory(c) == UnicodeCategory.Format)
        && MailboxAddress.TryParse(text, out var mailbox)
        && mailbox.Address == text
        && mailbox.Address.IndexOf('@', StringComparison.Ordinal) is > 0 and var at
        && mailbox.Address.IndexOf('.', at) > at + 1
        && !mailbox.Address.EndsWith('.');
}
