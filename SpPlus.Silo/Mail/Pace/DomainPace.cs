using Microsoft.Extensions.Options;

namespace SpPlus.Silo.Mail.Pace;

/// <summary>
/// How fast mails go to one domain, in this silo: no faster than <see cref="MailOptions.PacePerDomain"/>, each lane its share of it, so that
/// ten thousand mails to one domain hold no other lane's back. Domains stay in memory: they are part of addresses (PRIV-1).
/// </summary>
internal sealed class DomainPace(IOptions<MailOptions> options, TimeProvider time)
{
    private const int Remembered = 10_000;
    private static readonly TimeSpan Burst = TimeSpan.FromSeconds(5);

    private readonly Dictionary<(string Domain, short Lane), TimeSpan> next = [];
    // Elapsed time, not the clock's: one that is set back would stop everything.
    private readonly long start = time.GetTimestamp();
    private readonly Lock guard = new();

    /// <summary>Zero: now. Else how long until the turn that was kept for this mail: nobody else gets it.</summary>
    public TimeSpan Wait(string domain, short lane)
    {
        if (options.Value.PacePerDomain == 0) return TimeSpan.Zero;
        var interval = TimeSpan.FromMinutes(1) / (options.Value.PacePerDomain * MailLanes.ShareOf(lane));
        lock (guard)
        {
            var now = time.GetElapsedTime(start);
            var key = (domain.ToLowerInvariant(), lane);
            // What was not used lately may be used at once, up to a few seconds' worth.
            var turn = next.TryGetValue(key, out var planned) && planned > now - Burst ? planned : now - Burst;
            if (!next.ContainsKey(key) && next.Count >= Remembered) Forget(now);
            next[key] = turn + interval;
            return turn > now ? turn - now : TimeSpan.Zero;
        }
    }

    private void Forget(TimeSpan now)
    {
        foreach (var (key, turn) in next)
            if (turn <= now - Burst) next.Remove(key);
    }
}
