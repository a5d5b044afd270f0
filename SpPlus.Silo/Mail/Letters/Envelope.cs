using MimeKit;

namespace SpPlus.Silo.Mail.Letters;

/// <summary>A letter as a message: text and HTML, marked as automatic so that no machine answers it.</summary>
internal static class Envelope
{
    public static MimeMessage Of(Letter letter, MailKey key, MailboxAddress from, string address, DateTimeOffset now)
    {
        var message = new MimeMessage
        {
            Subject = letter.Subject,
            MessageId = key.MessageId(from.Domain),
            Date = now,
            Body = new BodyBuilder { TextBody = PlainLetter.Of(letter), HtmlBody = HtmlLetter.Of(letter) }.ToMessageBody(),
        };
        // A quotation may be one line longer than SMTP carries.
        foreach (var part in message.BodyParts.OfType<TextPart>()) part.ContentTransferEncoding = ContentEncoding.QuotedPrintable;
        message.From.Add(from);
        message.To.Add(new MailboxAddress("", address));
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        message.Headers.Add("X-Auto-Response-Suppress", "All");
        message.Headers.Add(HeaderId.ContentLanguage, letter.Language);
        return message;
    }
}
