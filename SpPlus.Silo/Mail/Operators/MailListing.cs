using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Extensions.Options;
using Npgsql;
using SpPlus.Contracts.Experiences;
using SpPlus.Contracts.Mails;
using SpPlus.Silo.Desk;

namespace SpPlus.Silo.Mail.Operators;

/// <summary>The mails that operators look at. No address is in the table, and none is opened (PRIV-1).</summary>
internal sealed class MailListing(NpgsqlDataSource database, IOptions<MailOptions> options)
{
    private const string ItemSql = """
        select q.number, q.state, q.experience, q.step, q.structure, q.version, q.recipient, q.queued_at, q.changed_at, q.due_at, q.attempts, q.uncounted, q.outcome
        from mail.queue q
        """;

    private const string TracesSql = """
        select o.act, o.at, o.by_name, a.from_state, a.from_outcome, o.mails
        from mail.acts a join mail.operations o on o.id = a.operation where a.mail = $1 order by o.at desc
        """;

    private readonly Lazy<string?> domain = new(() => options.Value.IsOn ? options.Value.Sender().Domain : null);

    public async Task<(ImmutableArray<MailItem> Items, string? Next)> Page(MailQuery query, CancellationToken cancellation = default)
    {
        var (limit, isOldestFirst) = (Math.Clamp(query.Limit, 1, 200), query.Standing is MailStanding.Waiting or MailStanding.Held);
        await using var command = database.CreateCommand();
        var which = MailFilter.Of(query).AddTo(command);
        if (Cursor.Read(query.After, parts: 2) is { } after && long.TryParse(after.Keys[0], CultureInfo.InvariantCulture, out var number))
        {
            command.Parameters.Add(new() { Value = after.At });
            command.Parameters.Add(new() { Value = number });
            which += string.Create(null, $" and (q.changed_at, q.number) {(isOldestFirst ? '>' : '<')} (${command.Parameters.Count - 1}, ${command.Parameters.Count})");
        }

        var direction = isOldestFirst ? "" : "desc";
        command.CommandText = string.Create(null, $"{ItemSql} where {which} order by q.changed_at {direction}, q.number {direction} limit {limit + 1}");
        var items = await Items(command, cancellation);
        return items.Length <= limit
            ? (items, null)
            : (items[..limit], Cursor.Write(items[limit - 1].ChangedAt, items[limit - 1].Number.ToString(CultureInfo.InvariantCulture)));
    }

    public async Task<int> Count(MailRange range, CancellationToken cancellation = default)
    {
        await using var command = database.CreateCommand();
        command.CommandText = $"select count(*)::int from mail.queue q where {MailFilter.Of(range).AddTo(command)}";
        return (int)(await command.ExecuteScalarAsync(cancellation))!;
    }

    public async Task<MailView?> Read(long mail, CancellationToken cancellation = default)
    {
        await using var command = database.CreateCommand($"{ItemSql} where q.number = $1");
        command.Parameters.Add(new() { Value = mail });
        return await Items(command, cancellation) is [var item] ? new() { Mail = item, Traces = await Traces(mail, cancellation) } : null;
    }

    private async Task<ImmutableArray<MailTrace>> Traces(long mail, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(TracesSql);
        command.Parameters.Add(new() { Value = mail });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var traces = ImmutableArray.CreateBuilder<MailTrace>();
        while (await reader.ReadAsync(cancellation))
        {
            traces.Add(new()
            {
                Decision = (MailDecision)reader.GetInt16(0), At = reader.GetFieldValue<DateTimeOffset>(1), By = reader.GetString(2),
                From = MailStandings.Of(reader.GetString(3)), FromOutcome = reader.IsDBNull(4) ? null : reader.GetString(4), Mails = reader.GetInt32(5),
            });
        }

        return traces.ToImmutable();
    }

    private async Task<ImmutableArray<MailItem>> Items(NpgsqlCommand command, CancellationToken cancellation)
    {
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var items = ImmutableArray.CreateBuilder<MailItem>();
        while (await reader.ReadAsync(cancellation)) items.Add(Item(reader));
        return items.ToImmutable();
    }

    private MailItem Item(NpgsqlDataReader reader)
    {
        var key = new MailKey
        {
            Experience = reader.GetString(2) is { Length: > 0 } id ? ExperienceId.Parse(id) : null,
            Step = reader.GetString(3), Structure = reader.GetString(4), Version = reader.GetInt32(5), Recipient = reader.GetString(6),
        };
        var standing = MailStandings.Of(reader.GetString(1));
        return new()
        {
            Number = reader.GetInt64(0),
            Standing = standing,
            Step = key.Step,
            Experience = key.Experience,
            IsToAgent = key.IsToAgent,
            QueuedAt = reader.GetFieldValue<DateTimeOffset>(7),
            ChangedAt = reader.GetFieldValue<DateTimeOffset>(8),
            DueAt = standing == MailStanding.Waiting ? reader.GetFieldValue<DateTimeOffset>(9) : null,
            Attempts = reader.GetInt32(10) - reader.GetInt32(11),
            Outcome = reader.IsDBNull(12) ? null : reader.GetString(12),
            Version = reader.GetInt32(10),
            MessageId = domain.Value is { } name ? key.MessageId(name) : null,
        };
    }
}
