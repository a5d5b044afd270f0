using Microsoft.Extensions.Options;

namespace SpPlus.Silo.Mail.Pace;

/// <summary>
/// Spares the queue a server that is away: after several failures in a row no mail is claimed until a connection opens again.
/// <code>
/// closed ──several failures in a row──▶ open ──a connection opens──▶ trial ──a mail is answered──▶ closed
///                                        ▲                             │
///                                        └───────one failure───────────┘   asked later and later
/// </code>
/// Of this silo alone: another may reach the server.
/// </summary>
internal sealed class MailBreaker(IOptions<MailOptions> options, TimeProvider time)
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    private readonly Lock guard = new();
    // Elapsed time, not the clock's: one that is set back would hold everything.
    private readonly long start = time.GetTimestamp();
    private int failures;
    private int openings;
    private bool trial;
    private TimeSpan nextProbe;

    /// <summary>No mail is handed over.</summary>
    public bool IsOpen
    {
        get { lock (guard) return Opened; }
    }

    /// <summary>One connection and no more, until a mail is answered.</summary>
    public bool IsTrial
    {
        get { lock (guard) return trial; }
    }

    /// <summary>Time to see whether a connection opens.</summary>
    public bool IsProbeDue
    {
        get { lock (guard) return Opened && time.GetElapsedTime(start) >= nextProbe; }
    }

    private bool Opened => !trial && failures >= options.Value.BreakAfter;

    /// <summary>A connection opened; whether mails are answered over it remains to be seen.</summary>
    public void Reached()
    {
        lock (guard) trial = true;
    }

    /// <summary>The server answered a mail, whatever it said.</summary>
    public void Answered()
    {
        lock (guard) (failures, openings, trial) = (0, 0, false);
    }

    /// <summary>No connection, or one that broke under a mail.</summary>
    public void Failed()
    {
        lock (guard)
        {
            failures = trial ? options.Value.BreakAfter : failures + 1;
            trial = false;
            if (!Opened) return;
            var wait = options.Value.Interval * Math.Pow(2, Math.Min(openings++, 16));
            nextProbe = time.GetElapsedTime(start) + (wait < LongestWait ? wait : LongestWait);
        }
    }
}
