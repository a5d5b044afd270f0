using Microsoft.Extensions.Options;
using Npgsql;
using SpPlus.Contracts.Experiences;

namespace SpPlus.Silo.Mail;

/// <summary>The SQL of <c>mail.queue</c>. Every delay is counted by the database's clock: silos' clocks may differ.</summary>
internal sealed class MailOutbox(NpgsqlDataSource database, IOptions<MailOptions> options)
{
    // A claim only moves the due time: a sender that dies before handing over delays the mail, and nothing else.
    private const string ClaimSql = """
        update mail.queue set attempts = attempts + 1, due_at = now() + $1, changed_at = now()
        where (experience, step, structure, version, recipient) = (
            select experience, step, structure, version, recipient from mail.queue
            where state = 'queued' and due_at <= now()
            order by due_at
            limit 1
            for update skip locked)
        returning experience, step, structure, version, attempts, now() - queued_at, recipient
        """;

    private const string BeginSql = """
        update mail.queue set state = 'handing-over', changed_at = now()
        where experience = $1 and step = $2 and structure = $3 and version = $4 and recipient = $5 and attempts = $6 and state = 'queued'
        """;

    // 'unknown' too: the sender thought dead was slow, and knows.
    private const string SettleSql = """
        update mail.queue set state = $7, outcome = $8, due_at = now() + $9, changed_at = now()
        where experience = $1 and step = $2 and structure = $3 and version = $4 and recipient = $5 and attempts = $6
          and state in ('queued', 'handing-over', 'unknown')
        """;

    private const string HoldSql = """
        update mail.queue set state = 'unknown', outcome = 'sender died', changed_at = now()
        where state = 'handing-over' and changed_at < now() - $1
        """;

    private const string BacklogSql = """
        select extract(epoch from coalesce(max(now() - due_at) filter (where due_at <= now()), '0'))::float8,
               (select count(*) from mail.queue where state = 'unknown')
        from mail.queue where state = 'queued'
        """;

    /// <summary>The mail that has been due for longest; null when none is.</summary>
    public async Task<DueMail?> Claim(CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(ClaimSql);
        command.Parameters.Add(new() { Value = 3 * options.Value.Timeout });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        if (!await reader.ReadAsync(cancellation)) return null;
        return new()
        {
            Key = new()
            {
                Experience = reader.GetString(0) is { Length: > 0 } id ? ExperienceId.Parse(id) : null,
                Step = reader.GetString(1),
                Structure = reader.GetString(2),
                Version = reader.GetInt32(3),
                Recipient = reader.GetString(6),
            },
            Attempt = reader.GetInt32(4),
            Age = reader.GetTimeSpan(5),
        };
    }

    /// <summary>Durable on return, before the server hears of the mail. False when the claim was lost: then it must not be sent.</summary>
    public async Task<bool> Begin(DueMail mail)
    {
        await using var command = Command(BeginSql, mail);
        return await command.ExecuteNonQueryAsync(CancellationToken.None) == 1;
    }

    public async Task Settle(DueMail mail, Settlement settlement, CancellationToken cancellation)
    {
        await using var command = Command(SettleSql, mail);
        command.Parameters.Add(new() { Value = settlement.State });
        command.Parameters.Add(new() { Value = (object?)settlement.Detail ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Text });
        command.Parameters.Add(new() { Value = settlement.Wait });
        await command.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>Hand-overs that their sender did not live to settle; how many there were.</summary>
    public async Task<int> HoldAbandoned(CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(HoldSql);
        command.Parameters.Add(new() { Value = options.Value.Lease });
        return await command.ExecuteNonQueryAsync(cancellation);
    }

    public async Task<MailBacklog> Backlog(CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(BacklogSql);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        await reader.ReadAsync(cancellation);
        return new(TimeSpan.FromSeconds(reader.GetDouble(0)), reader.GetInt64(1));
    }

    private NpgsqlCommand Command(string sql, DueMail mail)
    {
        var command = database.CreateCommand(sql);
        command.Parameters.Add(new() { Value = mail.Key.About });
        command.Parameters.Add(new() { Value = mail.Key.Step });
        command.Parameters.Add(new() { Value = mail.Key.Structure });
        command.Parameters.Add(new() { Value = mail.Key.Version });
        command.Parameters.Add(new() { Value = mail.Key.Recipient });
        command.Parameters.Add(new() { Value = mail.Attempt });
        return command;
    }
}
