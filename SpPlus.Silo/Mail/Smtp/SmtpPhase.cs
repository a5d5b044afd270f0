namespace SpPlus.Silo.Mail.Smtp;

/// <summary>The last command of the mail's own that the server was sent.</summary>
internal enum SmtpPhase
{
    None,
    Sender,
    Recipient,
    Data,
}
