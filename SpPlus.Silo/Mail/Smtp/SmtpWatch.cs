using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using MailKit;

namespace SpPlus.Silo.Mail.Smtp;

/// <summary>
/// Looks over MailKit's shoulder: how far a mail got, and the code that answered. MailKit's exceptions do not say whether DATA had
/// begun, which is what tells "try again" from "nobody knows". Keeps codes only, never a line.
/// </summary>
internal sealed partial class SmtpWatch : IProtocolLogger
{
    private const int CodesLength = 16;

    private readonly StringBuilder line = new(CodesLength);
    private bool over;

    public SmtpPhase Phase { get; private set; }

    /// <summary>What answered the last command; null when nothing did. 354 means that the mail's text was asked for.</summary>
    public SmtpReply? Reply { get; private set; }

    public IAuthenticationSecretDetector? AuthenticationSecretDetector { get; set; }

    public void Begin()
    {
        (Phase, Reply, over) = (SmtpPhase.None, null, false);
        line.Clear();
    }

    public void LogConnect(Uri uri)
    {
    }

    public void LogClient(byte[] buffer, int offset, int count)
    {
        if (over) return;
        var sent = buffer.AsSpan(offset, count);
        if (Phase == SmtpPhase.Data)
        {
            // After a final answer comes MailKit's own tidying up, whose answers are not the mail's.
            over = Reply is { Code: not 354 };
            return;
        }

        if (sent.StartsWith("RSET"u8) || sent.StartsWith("QUIT"u8))
        {
            over = true;
            return;
        }

        Reply = null;
        if (sent.StartsWith("MAIL FROM"u8)) Phase = SmtpPhase.Sender;
        else if (sent.StartsWith("RCPT TO"u8)) Phase = SmtpPhase.Recipient;
        else if (sent.StartsWith("DATA"u8)) Phase = SmtpPhase.Data;
    }

    public void LogServer(byte[] buffer, int offset, int count)
    {
        if (over) return;
        foreach (var value in buffer.AsSpan(offset, count))
        {
            if (value == '\n')
            {
                Read(line.ToString());
                line.Clear();
            }
            else if (line.Length < CodesLength && value != '\r')
            {
                line.Append((char)value);
            }
        }
    }

    public void Dispose()
    {
    }

    private void Read(string text)
    {
        if (LastLine().Match(text) is not { Success: true } match) return;
        var enhanced = match.Groups["enhanced"];
        Reply = new(int.Parse(match.Groups["code"].ValueSpan, CultureInfo.InvariantCulture), enhanced.Success ? enhanced.Value : null);
    }

    // A dash after the code announces more lines.
    [GeneratedRegex(@"^(?<code>[2-5]\d\d)(?: (?<enhanced>[245]\.\d{1,3}\.\d{1,3})?|$)", RegexOptions.CultureInvariant)]
    private static partial Regex LastLine();
}
