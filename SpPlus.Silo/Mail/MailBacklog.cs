namespace SpPlus.Silo.Mail;

/// <param name="Lateness">Of the mail that has been due for longest; zero when none is.</param>
/// <param name="Held">Hand-overs of unknown outcome, for operators to look at.</param>
internal sealed record MailBacklog(TimeSpan Lateness, long Held);
