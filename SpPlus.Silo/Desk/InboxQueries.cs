using System.Collections.Immutable;
using Npgsql;
using NpgsqlTypes;
using SpPlus.Contracts.Accounts;
using SpPlus.Contracts.Experiences;
using SpPlus.Contracts.Structures;
using SpPlus.Silo.Experiences.Facts;

namespace SpPlus.Silo.Desk;

/// <summary>The read model as agents list it. Whoever calls has already said which structures may be read.</summary>
internal sealed class InboxQueries(UnpreparedDatabase database)
{
    /// <summary>ROUTE-5: the transfer from which the DITP is told.</summary>
    public const int FlaggedFrom = 3;

    private const int MostCounted = 10_000;

    private const string ListedAs = "case when s.amending then 3::smallint else s.status end";

    private static readonly string ListSql = $$"""
        select s.experience, s.structure, e.title, left(e.story, 241), s.feeling, {{ListedAs}}, s.concerned_since, s.answered_at,
               e.department,
               (select count(*)::int from journal.facts f where f.experience = s.experience and f.kind = '{{FactKinds.CommentAddedName}}'),
               array(select o.structure from read.standings o
                     where o.experience = s.experience and o.structure <> s.structure order by o.ordinal),
               array(select o.status from read.standings o
                     where o.experience = s.experience and o.structure <> s.structure order by o.ordinal),
               array(select c ->> 'channel' from jsonb_array_elements(s.channels) c),
               s.assigned_to,
               exists (select from read.transfer_counts t where t.experience = s.experience and t.accepted >= {{FlaggedFrom}}),
               s.amending,
               (select count(*)::int from journal.facts f
                where f.experience = s.experience and f.kind = '{{FactKinds.CommentAddedName}}' and f.sequence > coalesce(r.sequence, 0)),
               exists (select from read.notices m
                       where m.structure = s.structure and m.experience = s.experience and m.kind = {{(short)NoticeKind.Mentioned}}
                         and m.sequence > coalesce(r.sequence, 0))
        from read.standings s join read.experiences e on e.id = s.experience
        left join desk.reads r on r.subject = {0} and r.experience = s.experience
        """;

    private const string CountSql = $"select listed, feeling, count(*)::int from (select {ListedAs} as listed, s.feeling from read.standings s";

    private const string KeptCountsSql = """
        select c.status, c.feeling, sum(c.n)::int from (
            select k.feeling, v.status, v.n from read.standing_counts k, lateral (values
                (1::smallint, k.to_do), (2::smallint, k.draft), (3::smallint, k.to_validate), (4::smallint, k.published),
                (5::smallint, k.adopted), (6::smallint, k.not_concerned), (7::smallint, k.publishing)) as v (status, n)
            where v.n > 0 and ($1::text[] is null or k.structure = any($1))) c
        group by 1, 2
        """;

    public async Task<InboxPage> Page(InboxQuery query, InboxScope scope)
    {
        var words = await FoundWords.Find(database.Source, query.Text);
        var counts = Counts(query, scope, words);
        var limit = Math.Clamp(query.Limit, 1, 100);
        var items = await Items(query, scope, words, limit + 1);
        var page = items.Take(limit).ToImmutableArray();
        var counted = await counts;
        var isTooMuch = words is { Experiences: null } && counted.Sum(c => c.Count) > MostCounted;
        if (isTooMuch) counted = [];
        return new()
        {
            Items = page,
            Counts = counted.Where(c => query.Feelings.IsDefaultOrEmpty || query.Feelings.Contains(c.Feeling))
                .GroupBy(c => c.Status).ToImmutableDictionary(g => g.Key, g => g.Sum(c => c.Count)),
            Feelings = counted.Where(c => IsInView(query, c.Status))
                .GroupBy(c => c.Feeling).ToImmutableDictionary(g => g.Key, g => g.Sum(c => c.Count)),
            Next = items.Count > limit
                ? Cursor.Write(page[^1].ConcernedSince, page[^1].Experience.Value, page[^1].Structure.Value)
                : null,
            IsTooMuchToCount = isTooMuch,
        };
    }

    private async Task<List<InboxItem>> Items(InboxQuery query, InboxScope scope, FoundWords? words, int limit)
    {
        var conditions = new InboxConditions(query, scope);
        var order = conditions.OldestFirst
            ? "order by s.concerned_since, s.experience, s.structure"
            : "order by s.concerned_since desc, s.experience desc, s.structure desc";
        conditions.InView().InOthers(words).After(Cursor.Read(query.After, parts: 3));
        var subject = conditions.Parameter(scope.Subject, NpgsqlDbType.Text);
        await using var command = conditions.Command(database.Source, ListSql.Replace("{0}", subject, StringComparison.Ordinal), $"{order} limit {limit}");
        await using var reader = await command.ExecuteReaderAsync();
        var items = new List<InboxItem>();
        while (await reader.ReadAsync()) items.Add(Item(reader));
        return items;
    }

    private async Task<List<(ResponseStatus Status, Feeling Feeling, int Count)>> Counts(InboxQuery query, InboxScope scope, FoundWords? words)
    {
        await using var command = InboxConditions.AreCounted(query)
            ? KeptCounts(scope)
            : new InboxConditions(query, scope).InOthers(words).Command(
                database.Source, CountSql, $"{(words is { Experiences: null } ? $"limit {MostCounted + 1}" : "")}) counted group by 1, 2");
        await using var reader = await command.ExecuteReaderAsync();
        var counts = new List<(ResponseStatus, Feeling, int)>();
        while (await reader.ReadAsync()) counts.Add(((ResponseStatus)reader.GetInt16(0), (Feeling)reader.GetInt16(1), reader.GetInt32(2)));
        return counts;
    }

    private NpgsqlCommand KeptCounts(InboxScope scope)
    {
        var command = database.Source.CreateCommand(KeptCountsSql);
        command.Parameters.Add(new()
        {
            Value = (object?)scope.Structures?.Select(s => s.Value).ToArray() ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text,
        });
        return command;
    }

    private static bool IsInView(InboxQuery query, ResponseStatus status) =>
        (query.Status is null || status == query.Status)
        && (!query.Waiting || status is ResponseStatus.ToDo or ResponseStatus.Draft or ResponseStatus.ToValidate);

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
        Others = [.. reader.GetFieldValue<string[]>(10).Select(StructureId.Parse)],
        OtherStatuses = [.. reader.GetFieldValue<short[]>(11).Select(s => (ResponseStatus)s)],
        Channels = [.. reader.GetFieldValue<string[]>(12)],
        AssignedTo = reader.IsDBNull(13) ? null : reader.GetString(13),
        IsFlagged = reader.GetBoolean(14),
        IsAmendment = reader.GetBoolean(15),
        NewComments = reader.GetInt32(16),
        IsMentioned = reader.GetBoolean(17),
    };
}
