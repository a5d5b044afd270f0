using SpPlus.Contracts.Mails;

namespace SpPlus.Silo.Mail;

/// <summary>What waits; the lateness is that of the mail that has been due for longest, by the database's clock, and zero when none is.</summary>
internal sealed record MailBacklog(TimeSpan Lateness, MailCounts Counts)
{
    public static readonly MailBacklog Empty = new(TimeSpan.Zero, new());
}
