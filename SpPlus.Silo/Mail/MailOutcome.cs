namespace SpPlus.Silo.Mail;

/// <summary>What <c>mail.queue.outcome</c> holds beside servers' codes and errors' names.</summary>
internal static class MailOutcome
{
    /// <summary>A person decided: see <c>mail.acts</c>.</summary>
    public const string Operator = "operator";

    public const string SenderDied = "sender died";

    /// <summary>It waited in a backup: it may have been sent since the backup was made.</summary>
    public const string Restored = "restored";
}
