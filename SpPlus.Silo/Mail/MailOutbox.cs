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
        where number = (
            select number from mail.queue
            where state = 'queued' and due_at <= now()
            order by due_at
            limit 1
            for update skip locked)
        returning number, experience, step, structure, version, recipient, attempts, attempts - uncounted, now() - coalesce(resent_at, queued_at)
        """;

    private const string BeginSql = """
        update mail.queue set state = 'handing-over', changed_at = now() where number = $1 and attempts = $2 and state = 'queued'
        """;

    // 'unknown' too: the sender thought dead was slow, and knows. So does one whose mail an operator has had sent again meanwhile, as long
    // as nobody claimed it: what the server said stands, but that it may be tried again was said already.
    private const string SettleSql = """
        update mail.queue set state = $3, outcome = $4, due_at = now() + $5, changed_at = now()
        where number = $1 and attempts = $2 and state in ('queued', 'handing-over', 'unknown')
          and (attempts > uncounted or $3 in ('accepted', 'refused'))
        """;

    private const string HoldSql = $"""
        update mail.queue set state = 'unknown', outcome = '{MailOutcome.SenderDied}', changed_at = now()
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
            Number = reader.GetInt64(0),
            Key = new()
            {
                Experience = reader.GetString(1) is { Length: > 0 } id ? ExperienceId.Parse(id) : null,
                Step = reader.GetString(2),
                Structure = reader.GetString(3),
                Version = reader.GetInt32(4),
                Recipient = reader.GetString(5),
            },
            Claim = reader.GetInt32(6),
            Attempt = reader.GetInt32(7),
            Age = reader.GetTimeSpan(8),
        };
    }

    /// <summary>Durable on return, before the server hears of the mail. False when the claim was lost: then it must not be sent.</summary>
    public async Task<bool> Begin(DueMail mail)
    {
        await using var command = Command(BeginSql, mail);
        return await command.ExecuteNonQueryAsync(CancellationToken.None) == 1;
    }

    /// <summary>False when somebody was first: a person decided about it, or it is claimed anew.</summary>
    public async Task<bool> Settle(DueMail mail, Settlement settlement, CancellationToken cancellation)
    {
        await using var command = Command(SettleSql, mail);
        command.Parameters.Add(new() { Value = settlement.State });
        command.Parameters.Add(new() { Value = (object?)settlement.Detail ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Text });
        command.Parameters.Add(new() { Value = settlement.Wait });
        return await command.ExecuteNonQueryAsync(cancellation) == 1;
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
        command.Parameters.Add(new() { Value = mail.Number });
        command.Parameters.Add(new() { Value = mail.Claim });
        return command;
    }
}
