using Npgsql;
using SpPlus.Contracts.Mails;

namespace SpPlus.Silo.Mail.Operators;

/// <summary>How many mails stand in each way that somebody may have to do with, and since when one is due.</summary>
internal sealed class MailCounting(NpgsqlDataSource database)
{
    // By state: those that were accepted are never read.
    private const string CountsSql = """
        select (select count(*)::int from mail.queue where state = 'queued'),
               (select count(*)::int from mail.queue where state = 'handing-over'),
               (select count(*)::int from mail.queue where state = 'unknown'),
               (select count(*)::int from mail.queue where state = 'refused'),
               (select count(*)::int from mail.queue where state = 'cancelled'),
               due.since, coalesce(now() - due.since, '0')
        from (select min(due_at) as since from mail.queue where state = 'queued' and due_at <= now()) due
        """;

    public async Task<MailCounts> Counts(CancellationToken cancellation = default) => (await Backlog(cancellation)).Counts;

    public async Task<MailBacklog> Backlog(CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(CountsSql);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        await reader.ReadAsync(cancellation);
        return new(reader.GetTimeSpan(6), new()
        {
            Waiting = reader.GetInt32(0), HandingOver = reader.GetInt32(1), Held = reader.GetInt32(2), Refused = reader.GetInt32(3),
            Cancelled = reader.GetInt32(4), DueSince = reader.IsDBNull(5) ? null : reader.GetFieldValue<DateTimeOffset>(5),
        });
    }

    public async Task<int> Held(CancellationToken cancellation = default)
    {
        await using var command = database.CreateCommand("select count(*)::int from mail.queue where state = 'unknown'");
        return (int)(await command.ExecuteScalarAsync(cancellation))!;
    }
}
