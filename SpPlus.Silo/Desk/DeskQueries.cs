using System.Collections.Immutable;
using Npgsql;
using NpgsqlTypes;
using SpPlus.Contracts.Accounts;
using SpPlus.Contracts.Experiences;
using SpPlus.Contracts.Moderation;
using SpPlus.Contracts.Structures;
using SpPlus.Silo.Experiences.Facts;

namespace SpPlus.Silo.Desk;

/// <summary>The read model as the connected space lists it. Whoever calls has already said which structures may be read.</summary>
internal sealed class DeskQueries(NpgsqlDataSource database)
{
    // The moment and the experience of the last item: stable while items come and go.
    private const string InboxSql = $"""
        select s.experience, s.structure, e.title, left(e.story, 241), e.feeling, s.status, s.concerned_since, s.answered_at,
               e.department,
               (select count(*)::int from journal.facts f where f.experience = s.experience and f.kind = '{FactKinds.CommentAddedName}'),
               array(select o.structure from read.standings o
                     where o.experience = s.experience and o.structure <> s.structure order by o.ordinal)
        from read.standings s join read.experiences e on e.id = s.experience
        where s.open
          and ($1::text[] is null or s.structure = any($1))
          and ($2::smallint is null or s.status = $2)
          and ($3::timestamptz is null or (s.concerned_since, s.experience, s.structure) > ($3, $4, $5))
        order by s.concerned_since, s.experience, s.structure
        limit $6
        """;

    private const string CountsSql = """
        select sum(to_do)::int, sum(draft)::int, sum(to_validate)::int, sum(published)::int, sum(adopted)::int, sum(not_concerned)::int,
               sum(publishing)::int
        from read.standing_counts where $1::text[] is null or structure = any($1)
        """;

    private const string WaitingSql = """
        select coalesce(sum(to_do + draft + to_validate), 0)::int from read.standing_counts where structure = any($1)
        """;

    private const string ToModerateSql = """
        select id, submitted_at, feeling, department, services from read.experiences
        where status = 1 and ($1::timestamptz is null or (submitted_at, id) > ($1, $2))
        order by submitted_at, id limit $3
        """;

    private const string PublishingSql = """
        select s.experience, s.structure, e.title, s.publishes_at
        from read.standings s join read.experiences e on e.id = s.experience
        where s.publishes_at is not null and s.open and s.structure = any($1)
        order by s.publishes_at, s.experience limit 20
        """;

    public async Task<ImmutableArray<PublishingItem>> Publishing(StructureId[] structures)
    {
        await using var command = database.CreateCommand(PublishingSql);
        command.Parameters.Add(Texts(structures));
        await using var reader = await command.ExecuteReaderAsync();
        var items = ImmutableArray.CreateBuilder<PublishingItem>();
        while (await reader.ReadAsync())
        {
            items.Add(new()
            {
                Experience = ExperienceId.Parse(reader.GetString(0)),
                Structure = StructureId.Parse(reader.GetString(1)),
                Title = reader.IsDBNull(2) ? "" : reader.GetString(2),
                ClosesAt = reader.GetFieldValue<DateTimeOffset>(3),
            });
        }

        return items.ToImmutable();
    }

    public async Task<int> CountToModerate()
    {
        await using var command = database.CreateCommand("select count(*)::int from read.experiences where status = 1");
        return (int)(await command.ExecuteScalarAsync())!;
    }

    public async Task<int> CountWaiting(StructureId[] structures)
    {
        await using var command = database.CreateCommand(WaitingSql);
        command.Parameters.Add(Texts(structures));
        return (int)(await command.ExecuteScalarAsync())!;
    }

    public async Task<InboxPage> Inbox(InboxQuery query, StructureId[]? structures)
    {
        var limit = Math.Clamp(query.Limit, 1, 100);
        var after = Cursor.Read(query.After, parts: 3);
        await using var command = database.CreateCommand(InboxSql);
        command.Parameters.Add(Texts(structures));
        command.Parameters.Add(new() { Value = (object?)(short?)query.Status ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Smallint });
        command.Parameters.Add(Moment(after?.At));
        command.Parameters.Add(Text(after?.Keys[0]));
        command.Parameters.Add(Text(after?.Keys[1]));
        command.Parameters.Add(new() { Value = limit + 1 });
        var items = new List<InboxItem>();
        await using (var reader = await command.ExecuteReaderAsync())
            while (await reader.ReadAsync()) items.Add(Item(reader));
        var page = items.Take(limit).ToImmutableArray();
        return new()
        {
            Items = page,
            Counts = await Counts(structures),
            Next = items.Count > limit
                ? Cursor.Write(page[^1].ConcernedSince, page[^1].Experience.Value, page[^1].Structure.Value)
                : null,
        };
    }

    /// <summary>Titles are sealed, so they are left for the caller to fill.</summary>
    public async Task<ModerationQueue> ToModerate(ModerationQueueQuery query)
    {
        var limit = Math.Clamp(query.Limit, 1, 100);
        var after = Cursor.Read(query.After, parts: 2);
        await using var command = database.CreateCommand(ToModerateSql);
        command.Parameters.Add(Moment(after?.At));
        command.Parameters.Add(Text(after?.Keys[0]));
        command.Parameters.Add(new() { Value = limit + 1 });
        var items = new List<ModerationItem>();
        await using (var reader = await command.ExecuteReaderAsync())
        {
            while (await reader.ReadAsync())
            {
                items.Add(new()
                {
                    Experience = ExperienceId.Parse(reader.GetString(0)),
                    Title = "",
                    SubmittedAt = reader.GetFieldValue<DateTimeOffset>(1),
                    Feeling = (Feeling)reader.GetInt16(2),
                    Department = reader.IsDBNull(3) ? null : reader.GetString(3),
                    Services = Structures(reader, 4),
                });
            }
        }

        var page = items.Take(limit).ToImmutableArray();
        return new()
        {
            Items = page,
            Count = await CountToModerate(),
            Next = items.Count > limit ? Cursor.Write(page[^1].SubmittedAt, page[^1].Experience.Value) : null,
        };
    }

    private async Task<ImmutableDictionary<ResponseStatus, int>> Counts(StructureId[]? structures)
    {
        await using var command = database.CreateCommand(CountsSql);
        command.Parameters.Add(Texts(structures));
        await using var reader = await command.ExecuteReaderAsync();
        var counts = ImmutableDictionary.CreateBuilder<ResponseStatus, int>();
        await reader.ReadAsync();
        foreach (var status in Enum.GetValues<ResponseStatus>())
            if (!reader.IsDBNull((int)status - 1) && reader.GetInt32((int)status - 1) is > 0 and var count) counts[status] = count;
        return counts.ToImmutable();
    }

    private static InboxItem Item(NpgsqlDataReader reader) => new()
    {
        Experience = ExperienceId.Parse(reader.GetString(0)),
        Structure = StructureId.Parse(reader.GetString(1)),
        Title = reader.IsDBNull(2) ? "" : reader.GetString(2),
        Excerpt = reader.IsDBNull(3) ? "" : reader.GetString(3),
        Feeling = (Feeling)reader.GetInt16(4),
        Status = (ResponseStatus)reader.GetInt16(5),
        ConcernedSince = reader.GetFieldValue<DateTimeOffset>(6),
        AnsweredAt = reader.IsDBNull(7) ? null : reader.GetFieldValue<DateTimeOffset>(7),
        Department = reader.IsDBNull(8) ? null : reader.GetString(8),
        CommentCount = reader.GetInt32(9),
        Others = Structures(reader, 10),
    };

    private static ImmutableArray<StructureId> Structures(NpgsqlDataReader reader, int column) =>
        [.. reader.GetFieldValue<string[]>(column).Select(StructureId.Parse)];

    private static NpgsqlParameter Texts(StructureId[]? structures) => new()
    {
        Value = (object?)structures?.Select(s => s.Value).ToArray() ?? DBNull.Value,
        NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text,
    };

    private static NpgsqlParameter Text(string? value) =>
        new() { Value = (object?)value ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text };

    private static NpgsqlParameter Moment(DateTimeOffset? value) =>
        new() { Value = (object?)value ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.TimestampTz };
}
