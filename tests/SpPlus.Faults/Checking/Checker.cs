using SpPlus.Faults.Load;
using SpPlus.Faults.Machine;
using SpPlus.Silo.Mail;
using SpPlus.Tests.Infrastructure;
using SpPlus.Tests.Projections;

namespace SpPlus.Faults.Checking;

/// <summary>
/// Reads the end state from outside, by SQL, by HTTP and from the mail server's record, once everything that was begun has had the time
/// to end, and compares it with what the callers were told.
/// </summary>
internal sealed class Checker(Platform platform, Ledger ledger, Timeline timeline)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan LongestQuiet = TimeSpan.FromMinutes(15);

    // Mails that go out, windows that close, what authors took back, actions that experiences are told of.
    private static readonly (string What, string Sql)[] Pending =
    [
        ("mails", $"select count(*) from mail.queue where state in ('{MailState.Queued}', '{MailState.HandingOver}')"),
        ("erasures", "select count(*) from privacy.erasures"),
        ("actions to tell of", "select count(*) from improvement.ties_to_tell"),
        ("incidents' responses", """
            select count(*) from desk.incident_experiences e join desk.incidents i on i.id = e.incident where e.outcome = 0 and i.called_off_at is null
            """),
        // A silo whose clock was ahead opened some that close so much later: those are not late.
        ("windows", "select count(*) from read.standings s join read.experiences e on e.id = s.experience where s.status = 7 and e.status in (2, 3) and s.publishes_at <= now()"),
        ("facts to project", """
            select count(*) from journal.checkpoints c where exists (
                select from journal.facts f where (f.transaction, f.position) > (c.transaction, c.position))
            """),
    ];

    public async Task<Findings> Check()
    {
        var findings = new Findings();
        // Its connections are those of before the faults.
        platform.Database.Clear();
        await Settled(findings);
        timeline.Add("settled; the end state is read");
        using var web = new HttpClient { BaseAddress = platform.WebAddress };
        await PagesCheck.Run(platform.Database, web, findings);
        foreach (var silo in platform.Silos) silo.Kill();
        await JournalCheck.Run(platform.Database, ledger.Sent, findings);
        await IncidentCheck.Run(platform.Database, ledger.Sent, findings);
        await MailCheck.Run(platform.Database, platform.Mail.Taken, Platform.MailDomain, findings);
        await TheReadModelEqualsAReplay(findings);
        return findings;
    }

    /// <summary>For as long as what is left becomes less, within reason: how much there is, and how fast, depends on the machine.</summary>
    private async Task Settled(Findings findings)
    {
        var (end, until, least, calm) = (timeline.Now + LongestQuiet, timeline.Now + Patience, long.MaxValue, 0);
        while (true)
        {
            var left = new List<string>();
            var sum = 0L;
            foreach (var (what, sql) in Pending)
            {
                if (await platform.Database.Scalar<long>(sql) is not (> 0 and var count)) continue;
                left.Add($"{count} {what}");
                sum += count;
            }

            if (least == long.MaxValue && sum > 0) timeline.Add("still to do: " + string.Join(", ", left));
            if (sum < least) (least, until) = (sum, timeline.Now + Patience);
            calm = sum == 0 ? calm + 1 : 0;
            // What one queue lets go of may stand in the next a moment later.
            if (calm == 5) return;
            if (timeline.Now > until || timeline.Now > end)
            {
                findings.Wrong.Add($"{Patience.TotalMinutes} quiet minutes without progress, or {LongestQuiet.TotalMinutes} with it, leave {string.Join(", ", left)}");
                return;
            }

            await Task.Delay(400);
        }
    }

    private async Task TheReadModelEqualsAReplay(Findings findings)
    {
        // What was withdrawn has no mails any more: a replay queues them again, and their sender finds no address.
        const string Gone = "delete from mail.queue where experience in (select experience from journal.facts where kind in ('experience-withdrawn', 'erasure-asked'))";
        await platform.Database.Execute(Gone);
        var live = (await ProjectionsUnderTest.Rows(platform.Database)).Split('\n');
        await ProjectionsUnderTest.Forget(platform.Database);
        await new ProjectionsUnderTest(platform.Database).Everything();
        await MailCheck.NothingElseWasTaken(platform.Database, platform.Mail.Taken, Platform.MailDomain, findings);
        await platform.Database.Execute(Gone);
        var replayed = (await ProjectionsUnderTest.Rows(platform.Database)).Split('\n');
        findings.Missing.AddRange(replayed.Except(live).Select(row => $"row of a replay that is not in the read model: {row}"));
        findings.Wrong.AddRange(live.Except(replayed).Select(row => $"row of the read model that no replay gives: {row}"));
    }
}
