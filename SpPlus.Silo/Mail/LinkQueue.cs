using Npgsql;
using SpPlus.Silo.Projections;

namespace SpPlus.Silo.Mail;

/// <summary>Mails with the private link, to authors who lost it (SUBMIT-4): one an hour for each experience, however often it is asked for.</summary>
internal sealed class LinkQueue(NpgsqlDataSource database, QueueSignal<MailProjection> signal, TimeProvider time)
{
    private const string QueueSql = """
        insert into mail.queue (experience, step, version, due_at, queued_at)
        select $1, $2, $3, clock_timestamp(), clock_timestamp()
        where $4 and not exists (
            select from mail.queue where experience = $1 and step = $2 and queued_at > clock_timestamp() - interval '1 hour')
        on conflict do nothing
        """;

    /// <summary>The same statement when nothing is to be queued: how long it takes says nothing.</summary>
    public async Task Queue(string experience, bool isAuthors)
    {
        await using var command = database.CreateCommand(QueueSql);
        command.Parameters.Add(new() { Value = experience });
        command.Parameters.Add(new() { Value = MailStep.Link });
        // Which minute it was: two requests at once are one mail, two an hour apart are two.
        command.Parameters.Add(new() { Value = (int)(time.GetUtcNow().ToUnixTimeSeconds() / 60) });
        command.Parameters.Add(new() { Value = isAuthors });
        if (await command.ExecuteNonQueryAsync() > 0) signal.Raise();
    }
}
