using Npgsql;
using SpPlus.Silo.Experiences.Decisions;
using SpPlus.Silo.Mail;

namespace SpPlus.Silo.Restore;

/// <summary>
/// STEP-1, STEP-2: what was not handed over when the backup was made may have been since. It is held, and so is the mail of each step that
/// waits in the backup to come about by itself: its key is taken before the step is, so that it cannot be queued.
/// </summary>
internal static class RestoredMails
{
    private const string HoldSql = $"""
        update mail.queue set state = '{MailState.Unknown}', outcome = '{MailOutcome.Restored}', changed_at = clock_timestamp()
        where state in ('{MailState.Queued}', '{MailState.HandingOver}')
        """;

    // Responses whose undo window has closed meanwhile.
    private static readonly string WindowsSql = Expected(MailStep.ResponsePublished, """
        select s.experience, s.structure, (f.body ->> 'version')::int
        from read.standings s cross join lateral (
            select body from journal.facts f
            where f.experience = s.experience and f.kind = 'publication-scheduled' and f.body ->> 'structure' = s.structure
            order by sequence desc limit 1) f
        where s.publishes_at <= clock_timestamp() and s.open and f.body ->> 'adopted' is null
        """);

    private static readonly string IncidentsSql = Expected(MailStep.ResponsePublished, $"""
        select e.experience, '{StandingResponseDecisions.Structure.Value}', coalesce(r.version, 0) + 1
        from desk.incident_experiences e join desk.incidents i on i.id = e.incident
        left join read.responses r on r.experience = e.experience and r.structure = '{StandingResponseDecisions.Structure.Value}'
        where e.outcome = 0 and i.called_off_at is null and i.starts_at <= clock_timestamp()
        """);

    private static readonly string TiesSql = Expected(MailStep.ImprovementAction, "select experience, action, state::int from improvement.ties_to_tell");

    /// <summary>How many are held now that were not.</summary>
    public static async Task<int> Hold(NpgsqlConnection connection, CancellationToken cancellation)
    {
        var held = 0;
        foreach (var sql in new[] { HoldSql, WindowsSql, IncidentsSql, TiesSql })
        {
            await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 600 };
            held += await command.ExecuteNonQueryAsync(cancellation);
        }

        return held;
    }

    private static string Expected(string step, string steps) => $"""
        insert into mail.queue (experience, step, structure, version, state, outcome, changed_at)
        select e.experience, '{step}', e.structure, e.version, '{MailState.Unknown}', '{MailOutcome.Restored}', clock_timestamp()
        from ({steps}) as e (experience, structure, version)
        on conflict do nothing
        """;
}
