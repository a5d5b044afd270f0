using System.ComponentModel.DataAnnotations;
using MimeKit;

namespace SpPlus.Silo.Mail;

/// <summary>How mails leave, section <c>Mail</c>.</summary>
internal sealed class MailOptions : IValidatableObject
{
    /// <summary>The SMTP server's name or address (default: none). Without one nothing is sent and every mail waits in the queue.</summary>
    public string Host { get; set; } = "";

    /// <summary>Its port (default 25). A wrong one refuses the connection: mails wait and are tried again.</summary>
    [Range(1, 65_535)]
    public int Port { get; set; } = 25;

    /// <summary>The sender's address, with a name or without; required with a host. Its domain ends every Message-ID.</summary>
    public string From { get; set; } = "";

    /// <summary>The sender's name (default: the one in <see cref="From"/>, else "SpPlus").</summary>
    public string? FromName { get; set; }

    /// <summary>Encryption (default <see cref="MailTls.Auto"/>). One that the server does not speak fails every connection.</summary>
    public MailTls UseTls { get; set; } = MailTls.Auto;

    /// <summary>Account at the server (default: none, no authentication). A wrong one keeps every mail waiting.</summary>
    public string? User { get; set; }

    public string? Password { get; set; }

    /// <summary>Mails sent over one connection at most (default 50). Some servers cut or slow down long ones.</summary>
    [Range(1, 10_000)]
    public int BatchSize { get; set; } = 50;

    /// <summary>Connections to the server at once, of each silo (default 2): what a server takes of one sender, shared by all silos.</summary>
    [Range(1, 32)]
    public int Connections { get; set; } = 2;

    /// <summary>
    /// Mails a minute to one recipient domain, of each silo (default 1,200; 0: as fast as they go). Mails over it are put back until their
    /// turn, which is no attempt. While one lane is full it has its share of this only (<see cref="Pace.MailLanes"/>): too low, and ten
    /// thousand mails to one provider take days; too high, and providers refuse them.
    /// </summary>
    [Range(0, 1_000_000)]
    public int PacePerDomain { get; set; } = 1_200;

    /// <summary>Failures to reach the server in a row after which no mail is claimed until a connection opens again (default 5).</summary>
    [Range(1, 1_000)]
    public int BreakAfter { get; set; } = 5;

    /// <summary>How often to look without having been woken (default 5 s): how late another silo's mails, and retries, may be.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "01:00:00")]
    public TimeSpan Interval { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Before the first retry (default 30 s); doubled for each next one. Too short annoys greylisting servers.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "1.00:00:00")]
    public TimeSpan FirstRetry { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Between two retries at most (default 1 h).</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "1.00:00:00")]
    public TimeSpan LongestRetry { get; set; } = TimeSpan.FromHours(1);

    /// <summary>A mail that was never taken is given up after this long in the queue (default 5 days): <c>refused</c>, "given up".</summary>
    [Range(typeof(TimeSpan), "00:01:00", "60.00:00:00")]
    public TimeSpan GiveUpAfter { get; set; } = TimeSpan.FromDays(5);

    /// <summary>For one connection, or one mail, to be done (default 60 s). Below a slow server's pace mails end <c>unknown</c>.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:30:00")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>
    /// A hand-over older than this (default 10 min) belongs to a dead sender and becomes <c>unknown</c>. At least three times
    /// <see cref="Timeout"/>, or living senders' mails are held for nothing.
    /// </summary>
    public TimeSpan Lease { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>
    /// How often to look for news to tell agents (default 15 s): what comes in between is told in one mail. Silos that look at once
    /// queue it once.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "01:00:00")]
    public TimeSpan NewsInterval { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>The hour of daily news, in <see cref="TimeZone"/> (default 7).</summary>
    [Range(0, 23)]
    public int DailyHour { get; set; } = 7;

    /// <summary>Where it is that hour (default Europe/Paris). An unknown one stops the start.</summary>
    public string TimeZone { get; set; } = "Europe/Paris";

    public bool IsOn => Host.Length > 0;

    public MailboxAddress Sender()
    {
        var from = MailboxAddress.Parse(From);
        var name = !string.IsNullOrWhiteSpace(FromName) ? FromName : string.IsNullOrWhiteSpace(from.Name) ? "SpPlus" : from.Name;
        return new(name, from.Address);
    }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (IsOn && !(MailboxAddress.TryParse(From, out var from) && from.Address.Contains('@', StringComparison.Ordinal)))
            yield return new("Mail:From is an e-mail address, required with Mail:Host.");
        if (Lease < 3 * Timeout) yield return new("Mail:Lease is at least three times Mail:Timeout.");
        if (LongestRetry < FirstRetry) yield return new("Mail:LongestRetry is at least Mail:FirstRetry.");
        if (string.IsNullOrEmpty(User) != string.IsNullOrEmpty(Password)) yield return new("Mail:User and Mail:Password go together.");
    }
}
