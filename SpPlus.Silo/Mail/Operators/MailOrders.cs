using Npgsql;
using NpgsqlTypes;
using SpPlus.Contracts.Mails;

namespace SpPlus.Silo.Mail.Operators;

/// <summary>
/// Carries operators' orders out, with who gave them, in one transaction. A row is changed while it stands as the order says, or not at
/// all: of an operator and a sender, or of two operators, one is first.
/// </summary>
internal sealed class MailOrders(NpgsqlDataSource database)
{
    private const string OpenSql = """
        insert into mail.operations (id, by_subject, by_name, act, state, step, since, until) values ($1, $2, $3, $4, $5, $6, $7, $8)
        on conflict (id) do nothing
        """;

    // 'uncounted' tells a sender that answers late that this was decided meanwhile: see MailOutbox.
    private const string SendAgainSql = "state = 'queued', outcome = null, due_at = clock_timestamp(), resent_at = clock_timestamp(), uncounted = attempts";

    /// <summary>How many mails it changed; as the first time when it was given before. Zero: nothing was, and nothing is kept.</summary>
    public async Task<int> CarryOut(MailOrder order, Operator by, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        if (!await Open(connection, order, by, cancellation)) return await ChangedBefore(connection, order, cancellation);
        var changed = await Change(connection, order, cancellation);
        if (changed == 0) return 0;
        await using var count = new NpgsqlCommand("update mail.operations set mails = $2 where id = $1", connection);
        count.Parameters.Add(new() { Value = order.OperationId });
        count.Parameters.Add(new() { Value = changed });
        await count.ExecuteNonQueryAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return changed;
    }

    private static async Task<bool> Open(NpgsqlConnection connection, MailOrder order, Operator by, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(OpenSql, connection);
        command.Parameters.Add(new() { Value = order.OperationId });
        command.Parameters.Add(new() { Value = by.Subject });
        command.Parameters.Add(new() { Value = by.Name });
        command.Parameters.Add(new() { Value = (short)order.Decision });
        command.Parameters.Add(Optional(order.Range?.Standing.State(), NpgsqlDbType.Text));
        command.Parameters.Add(Optional(order.Range?.Step, NpgsqlDbType.Text));
        command.Parameters.Add(Optional(order.Range?.From?.ToUniversalTime(), NpgsqlDbType.TimestampTz));
        command.Parameters.Add(Optional(order.Range?.To.ToUniversalTime(), NpgsqlDbType.TimestampTz));
        return await command.ExecuteNonQueryAsync(cancellation) == 1;
    }

    private static async Task<int> ChangedBefore(NpgsqlConnection connection, MailOrder order, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("select mails from mail.operations where id = $1", connection);
        command.Parameters.Add(new() { Value = order.OperationId });
        return (int)(await command.ExecuteScalarAsync(cancellation))!;
    }

    private static async Task<int> Change(NpgsqlConnection connection, MailOrder order, CancellationToken cancellation)
    {
        var change = order.Decision switch
        {
            MailDecision.WasAccepted => $"state = 'accepted', outcome = '{MailOutcome.Operator}'",
            MailDecision.Cancel => $"state = 'cancelled', outcome = '{MailOutcome.Operator}'",
            _ => SendAgainSql,
        };
        await using var command = new NpgsqlCommand { Connection = connection };
        command.Parameters.Add(new() { Value = order.OperationId });
        var which = order.Range is { } range ? MailFilter.Of(range).AddTo(command) : One(command, order);
        // In the order of their numbers, so that two ranges at once wait for one another and not both.
        command.CommandText = string.Create(null, $"""
            with chosen as (
                select q.number, q.state, q.outcome from mail.queue q where {which} order by q.number limit {MailOrder.MaximumMails} for update),
            changed as (
                update mail.queue q set {change}, changed_at = clock_timestamp() from chosen c where q.number = c.number
                returning q.number)
            insert into mail.acts (operation, mail, from_state, from_outcome)
            select $1, c.number, c.state, c.outcome from chosen c join changed using (number)
            """);
        return await command.ExecuteNonQueryAsync(cancellation);
    }

    private static string One(NpgsqlCommand command, MailOrder order)
    {
        command.Parameters.Add(new() { Value = order.Mail!.Value });
        command.Parameters.Add(new() { Value = MailOrderRule.From(order.Decision, order.EvenAccepted).Select(s => s.State()).ToArray() });
        if (order.Version is not { } version) return "q.number = $2 and q.state = any($3)";
        command.Parameters.Add(new() { Value = version });
        return "q.number = $2 and q.state = any($3) and q.attempts = $4";
    }

    private static NpgsqlParameter Optional(object? value, NpgsqlDbType type) => new() { Value = value ?? DBNull.Value, NpgsqlDbType = type };
}
