using Npgsql;
using SpPlus.Contracts.Accounts;
using SpPlus.Contracts.Experiences;

namespace SpPlus.Silo.Mail.News;

/// <summary>Whose structure was told something since they were last written to, and what a queued mail is about.</summary>
internal sealed class NewsQueries(NpgsqlDataSource database)
{
    // Up to where notices were made, in the journal's own order: a replay makes them anew at the places that they had.
    private const string DueSql = """
        select t.subject, t.choice, t.told_at
        from desk.telling t join directory.accounts a on a.subject = t.subject and a.enabled and a.email is not null,
             journal.checkpoints c
        where c.projection = 'notices' and exists (
            select from read.notices n
            where n.structure = a.structure and (n.transaction, n.position) > (t.transaction, t.position)
              and (n.transaction, n.position) <= (c.transaction, c.position))
        """;

    // Whoever moves the mark queues the mail: two silos that look at once queue it once. Where the span ends is the mail's version.
    private const string QueueSql = """
        with moved as (
            update desk.telling t set transaction = c.transaction, position = c.position, told_at = $3
            from desk.telling b, journal.checkpoints c
            where t.subject = $1 and b.subject = $1 and t.told_at = $2 and c.projection = 'notices'
            returning b.transaction as since_transaction, b.position as since_position, t.transaction as until_transaction, t.position as until_position)
        insert into mail.queue (experience, step, structure, version, recipient, since_transaction, since_position, until_transaction, until_position, due_at)
        select '', $4, '', until_position::int, $1, since_transaction, since_position, until_transaction, until_position, clock_timestamp() from moved
        """;

    private const string ItemsSql = """
        select n.experience, n.kind, f.actor_subject
        from mail.queue q
        join directory.accounts a on a.subject = q.recipient
        join read.notices n on n.structure = a.structure
            and (n.transaction, n.position) > (q.since_transaction, q.since_position)
            and (n.transaction, n.position) <= (q.until_transaction, q.until_position)
        join journal.facts f on f.experience = n.experience and f.sequence = n.sequence
        where q.step = $1 and q.version = $2 and q.recipient = $3
        order by n.transaction, n.position
        """;

    public async Task<List<(string Subject, Telling Choice, DateTimeOffset ToldAt)>> Due(CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(DueSql);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var due = new List<(string, Telling, DateTimeOffset)>();
        while (await reader.ReadAsync(cancellation)) due.Add((reader.GetString(0), (Telling)reader.GetInt16(1), reader.GetFieldValue<DateTimeOffset>(2)));
        return due;
    }

    public async Task Queue(string subject, DateTimeOffset toldAt, DateTimeOffset now, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(QueueSql);
        command.Parameters.Add(new() { Value = subject });
        command.Parameters.Add(new() { Value = toldAt.ToUniversalTime() });
        command.Parameters.Add(new() { Value = now.ToUniversalTime() });
        command.Parameters.Add(new() { Value = MailStep.News });
        await command.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>False while notices are being made again: the mail's own may be missing then.</summary>
    public async Task<bool> AreThere(MailKey key)
    {
        await using var command = database.CreateCommand(
            """
            select exists (
                select from mail.queue q, journal.checkpoints c
                where q.step = $1 and q.version = $2 and q.recipient = $3 and c.projection = 'notices'
                  and (c.transaction, c.position) >= (q.until_transaction, q.until_position))
            """);
        AddKey(command, key);
        return (bool)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>Oldest first, without what the recipient did.</summary>
    public async Task<List<(ExperienceId Experience, NoticeKind Kind)>> Items(MailKey key)
    {
        await using var command = database.CreateCommand(ItemsSql);
        AddKey(command, key);
        await using var reader = await command.ExecuteReaderAsync();
        var items = new List<(ExperienceId, NoticeKind)>();
        while (await reader.ReadAsync())
            if (reader.IsDBNull(2) || reader.GetString(2) != key.Recipient) items.Add((ExperienceId.Parse(reader.GetString(0)), (NoticeKind)reader.GetInt16(1)));
        return items;
    }

    public async Task<string?> LanguageOf(string subject)
    {
        await using var command = database.CreateCommand("select language from desk.telling where subject = $1");
        command.Parameters.Add(new() { Value = subject });
        return (string?)await command.ExecuteScalarAsync();
    }

    private static void AddKey(NpgsqlCommand command, MailKey key)
    {
        command.Parameters.Add(new() { Value = key.Step });
        command.Parameters.Add(new() { Value = key.Version });
        command.Parameters.Add(new() { Value = key.Recipient });
    }
}
