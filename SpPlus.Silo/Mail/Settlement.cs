using SpPlus.Silo.Mail.Smtp;

namespace SpPlus.Silo.Mail;

/// <summary>What becomes of a mail after an attempt.</summary>
internal sealed record Settlement(string State, string? Detail = null, TimeSpan Wait = default)
{
    /// <summary>The jitter, 0 to 1, spreads retries: a server that comes back is not met by all of them at once.</summary>
    public static Settlement After(HandOver handOver, DueMail mail, MailOptions options, double jitter) => handOver.Outcome switch
    {
        HandOverOutcome.Accepted => new(MailState.Accepted, handOver.Detail),
        HandOverOutcome.Refused => new(MailState.Refused, handOver.Detail),
        HandOverOutcome.Unknown => new(MailState.Unknown, handOver.Detail),
        _ when mail.Age >= options.GiveUpAfter => new(MailState.Refused, $"given up: {handOver.Detail}"),
        _ => new(MailState.Queued, handOver.Detail, BackOff(mail.Attempt, options, jitter)),
    };

    /// <summary>Doubles from the first retry to the longest; the jitter takes up to half of it away.</summary>
    private static TimeSpan BackOff(int attempt, MailOptions options, double jitter)
    {
        var doublings = Math.Clamp(attempt - 1, 0, 30);
        var full = Math.Min(options.FirstRetry.TotalMilliseconds * Math.Pow(2, doublings), options.LongestRetry.TotalMilliseconds);
        return TimeSpan.FromMilliseconds(full * (1 - jitter / 2));
    }
}
