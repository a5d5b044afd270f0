using Microsoft.Extensions.Options;
using Npgsql;
using SpPlus.Contracts.Experiences;

namespace SpPlus.Silo.Mail;

/// <summary>The SQL of <c>mail.queue</c>. Every delay is counted by the database's clock: silos' clocks may differ.</summary>
internal sealed class MailOutbox(NpgsqlDataSource database, IOptions<MailOptions> options)
{
    // A claim only moves the due time: a sender that dies before handing over delays the mail, and nothing else.
    // A turn that was kept is good for a moment: after an hour without a server all of them would be due at once.
    internal const string ClaimSql = """
        with due as materialized (
            select number, paced and due_at > now() - interval '1 minute' as has_turn from mail.queue
            where state = 'queued' and lane = $2 and due_at <= now()
            order by due_at
            limit 1
            for update skip locked)
        update mail.queue q set attempts = attempts + 1, due_at = now() + $1, paced = false
        from due d where q.number = d.number
        returning q.number, experience, step, structure, version, recipient, attempts, attempts - uncounted, now() - coalesce(resent_at, queued_at), lane, d.has_turn
        """;

    private const string PutBackSql = """
        update mail.queue set due_at = now() + $3, paced = true, uncounted = uncounted + 1 where number = $1 and attempts = $2 and state = 'queued'
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

    /// <summary>Of one lane the mail that has been due for longest; null when none is.</summary>
    public async Task<DueMail?> Claim(short lane, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(ClaimSql);
        command.Parameters.Add(new() { Value = 3 * options.Value.Timeout });
        command.Parameters.Add(new() { Value = lane });
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
            Lane = reader.GetInt16(9),
            HasTurn = reader.GetBoolean(10),
        };
    }

    /// <summary>It was no attempt: its turn comes later.</summary>
    public async Task PutBack(DueMail mail, TimeSpan wait, CancellationToken cancellation)
    {
        await using var command = Command(PutBackSql, mail);
        command.Parameters.Add(new() { Value = wait });
        await command.ExecuteNonQueryAsync(cancellation);
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

    private NpgsqlCommand Command(string sql, DueMail mail)
    {
        var command = database.CreateCommand(sql);
        command.Parameters.Add(new() { Value = mail.Number });
        command.Parameters.Add(new() { Value = mail.Claim });
        return command;
    }
}
