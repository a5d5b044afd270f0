using Npgsql;
using NpgsqlTypes;
using SpPlus.Contracts.Accounts;
using SpPlus.Contracts.Experiences;
using SpPlus.Contracts.Structures;

namespace SpPlus.Tests.Desk;

/// <summary>Rows of the read model drawn from a seed, and what a query should find among them, said once more in C#.</summary>
internal sealed class InboxRows(int seed)
{
    public const string Me = "me";

    public static readonly StructureId[] Structures = [.. new[] { "caf-gironde", "caf-paris", "cnaf" }.Select(StructureId.Parse)];
    public static readonly string[] Channels = ["phone", "counter", "mail"];
    public static readonly string[] Tags = ["accessibility", "relation"];
    public static readonly string[] BusinessTags = ["aide-au-logement", "prime"];

    private readonly Random random = new(seed);

    public DateTimeOffset Now { get; } = new(2026, 11, 20, 10, 0, 0, TimeSpan.Zero);

    public List<Row> All { get; } = [];

    public async Task Fill(NpgsqlDataSource database, int experiences)
    {
        for (var i = 0; i < experiences; i++)
        {
            var (id, feeling, transfers) = (ExperienceId.From($"inbox {seed} {i}"), (Feeling)random.Next(1, 4), random.Next(6));
            await Insert(database, "insert into read.experiences (id, status, title, story, contact_date, feeling, services, submitted_at, answer_status) values ($1, 2, 'Titre', 'Récit', date '2026-01-01', $2, '{}', $3, 1)",
                id.Value, (short)feeling, Now);
            if (transfers > 1) await Insert(database, "insert into read.transfer_counts values ($1, $2)", id.Value, transfers);
            string[] tags = [.. Tags.Where(_ => random.Next(2) == 0)];
            foreach (var structure in Structures.Where(_ => random.Next(2) == 0))
                All.Add(await Insert(database, Draw(id, structure, feeling, tags, transfers)));
        }

        await Insert(database, """
            insert into read.standing_counts
            select structure, feeling, count(*) filter (where status = 1), count(*) filter (where status = 2), count(*) filter (where status = 3 or amending),
                   count(*) filter (where status = 4 and not amending), count(*) filter (where status = 5 and not amending), count(*) filter (where status = 6), count(*) filter (where status = 7)
            from read.standings where open group by 1, 2
            """);
    }

    public InboxQuery Query() => new()
    {
        Status = Maybe(3, Enum.GetValues<ResponseStatus>()),
        Waiting = random.Next(3) == 0,
        Age = Maybe(3, Enum.GetValues<InboxAge>()),
        Channel = random.Next(4) == 0 ? Channels[random.Next(3)] : null,
        Feelings = [.. Enum.GetValues<Feeling>().Where(_ => random.Next(4) == 0)],
        GeneralTag = random.Next(4) == 0 ? Tags[random.Next(2)] : null,
        BusinessTag = random.Next(4) == 0 ? BusinessTags[random.Next(2)] : null,
        AssignedToMe = random.Next(4) == 0,
        Flagged = random.Next(4) == 0,
        Limit = random.Next(1, 6),
    };

    public StructureId[]? Scope() => random.Next(3) == 0 ? null : [.. Structures.Where(_ => random.Next(2) == 0)];

    /// <summary>In the order of the list.</summary>
    public Row[] Expected(InboxQuery query, StructureId[]? scope) =>
        InOrder(All.Where(r => r.Open && scope?.Contains(r.Structure) != false && Passes(r, query) && IsInView(r, query)), query);

    public static Row[] InOrder(IEnumerable<Row> found, InboxQuery query)
    {
        var awaited = query.Waiting || query.Status is ResponseStatus.ToDo or ResponseStatus.Draft or ResponseStatus.ToValidate;
        var ordered = found.OrderBy(r => r.Since).ThenBy(r => r.Experience.Value, StringComparer.Ordinal).ThenBy(r => r.Structure.Value, StringComparer.Ordinal);
        return awaited ? [.. ordered] : [.. ordered.Reverse()];
    }

    private bool Passes(Row row, InboxQuery query)
    {
        var elapsed = ((row.IsAmending ? null : row.AnsweredAt) ?? Now) - row.Since;
        return (query.Age switch
            {
                null => true,
                InboxAge.Under48Hours => elapsed < TimeSpan.FromHours(48),
                InboxAge.From48To72Hours => elapsed >= TimeSpan.FromHours(48) && elapsed < TimeSpan.FromHours(72),
                InboxAge.Over72Hours => elapsed >= TimeSpan.FromHours(72),
                _ => elapsed >= TimeSpan.FromDays(7),
            })
            && (query.Channel is null || row.Channels.Contains(query.Channel))
            && (query.GeneralTag is null || row.Tags.Contains(query.GeneralTag))
            && (query.BusinessTag is null || row.BusinessTags.Contains(query.BusinessTag))
            && (!query.AssignedToMe || row.AssignedTo == Me)
            && (!query.Flagged || row.Transfers >= 3);
    }

    private static bool IsInView(Row row, InboxQuery query) =>
        (query.Feelings.IsEmpty || query.Feelings.Contains(row.Feeling))
        && (query.Status is null || row.ListedAs == query.Status)
        && (!query.Waiting || row.ListedAs is ResponseStatus.ToDo or ResponseStatus.Draft or ResponseStatus.ToValidate);

    private Row Draw(ExperienceId id, StructureId structure, Feeling feeling, string[] tags, int transfers)
    {
        var status = (ResponseStatus)random.Next(1, 8);
        // Many at the same moment, and some at the very limit of an age.
        var since = Now - TimeSpan.FromHours(24 * random.Next(1, 12));
        var answered = status is ResponseStatus.Published or ResponseStatus.Adopted;
        return new(id, structure, status, feeling, since, answered ? since + TimeSpan.FromHours(24 * random.Next(1, 9)) : null, random.Next(12) > 0, answered && random.Next(4) == 0,
            random.Next(3) == 0 ? Me : random.Next(2) == 0 ? "other" : null, tags, [.. Channels.Where(_ => random.Next(2) == 0)],
            [.. BusinessTags.Where(_ => random.Next(3) == 0)], transfers);
    }

    private static async Task<Row> Insert(NpgsqlDataSource database, Row row)
    {
        await Insert(database, """
            insert into read.standings (experience, structure, ordinal, status, concerned_since, answered_at, open, amending, assigned_to, feeling, general_tags, channels, business_tags, improvements)
            values ($1, $2, 1, $3, $4, $5, $6, $7, $8, $9, $10, array_to_json($11)::jsonb, $12, '{}')
            """,
            row.Experience.Value, row.Structure.Value, (short)row.Status, row.Since, row.AnsweredAt, row.Open, row.IsAmending, row.AssignedTo, (short)row.Feeling, row.Tags,
            new JsonTexts([.. row.Channels.Select(c => $$"""{"channel":"{{c}}","feeling":"Negative"}""")]), row.BusinessTags);
        return row;
    }

    private static async Task Insert(NpgsqlDataSource database, string sql, params object?[] values)
    {
        await using var command = database.CreateCommand(sql);
        foreach (var value in values)
        {
            command.Parameters.Add(value is JsonTexts texts
                ? new() { Value = texts.Values, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Json }
                : new NpgsqlParameter { Value = value ?? DBNull.Value });
        }

        await command.ExecuteNonQueryAsync();
    }

    private T? Maybe<T>(int times, T[] values) where T : struct => random.Next(times) == 0 ? values[random.Next(values.Length)] : null;

    private sealed record JsonTexts(string[] Values);

    internal sealed record Row(
        ExperienceId Experience, StructureId Structure, ResponseStatus Status, Feeling Feeling, DateTimeOffset Since, DateTimeOffset? AnsweredAt,
        bool Open, bool IsAmending, string? AssignedTo, string[] Tags, string[] Channels, string[] BusinessTags, int Transfers)
    {
        public ResponseStatus ListedAs => IsAmending ? ResponseStatus.ToValidate : Status;
    }
}
