namespace SpPlus.Silo.Mail.Smtp;

/// <summary>
/// What a failed hand-over means.
/// <code>
/// last command   no answer   4xx        5xx        2xx
/// before RCPT    not now     not now    not now    not now    a 5xx here is about this platform (its sender, its account), not about this mail
/// RCPT           not now     not now    refused    not now
/// DATA           unknown     not now    refused    accepted   354 is no answer: the text may have arrived
/// </code>
/// </summary>
internal static class SmtpVerdict
{
    public static HandOver Of(SmtpPhase phase, SmtpReply? reply, Exception exception) => (phase, reply?.Code) switch
    {
        (SmtpPhase.Data, null or < 400 and >= 300) => new(HandOverOutcome.Unknown, exception.GetType().Name),
        (SmtpPhase.Data, < 300) => new(HandOverOutcome.Accepted, reply!.ToString()),
        (SmtpPhase.Data or SmtpPhase.Recipient, >= 500) => new(HandOverOutcome.Refused, reply!.ToString()),
        (_, >= 400) => new(HandOverOutcome.NotNow, reply!.ToString()),
        // The server cannot carry such an address (SMTPUTF8): it will not learn to.
        _ when exception is NotSupportedException => new(HandOverOutcome.Refused, exception.GetType().Name),
        _ => new(HandOverOutcome.NotNow, exception.GetType().Name),
    };
}
