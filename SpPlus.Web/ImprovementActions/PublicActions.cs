using System.Collections.Immutable;
using Npgsql;
using NpgsqlTypes;
using SpPlus.Contracts.Experiences;
using SpPlus.Contracts.ImprovementActions;
using SpPlus.Contracts.Structures;
using SpPlus.Web.Reference;

namespace SpPlus.Web.ImprovementActions;

/// <summary>
/// Reads the read model's improvement actions. Of their experiences, only what is public. Whoever asked may leave, and the reading ends
/// by itself: told to end, it would wait for a server that is silent.
/// </summary>
internal sealed class PublicActions(NpgsqlDataSource database, ReferenceCache reference)
{
    private const int ExperiencesShown = 50;

    private const string Columns = """
        a.id, a.structure, a.title, a.words, a.state, a.planned_for, a.done_on, a.published_at, t.ties, t.confirmed, t.contradicted
        from read.improvement_actions a, lateral (
            select count(*)::int as ties, count(*) filter (where r.answer = 1)::int as confirmed, count(*) filter (where r.answer = 2)::int as contradicted
            from read.improvement_ties r join read.experiences e on e.id = r.experience and e.status in (2, 3)
            where r.action = a.id and r.told > 0) t
        """;

    private const string FindSql = $"select {Columns} where a.id = $1";

    private const string OfExperienceSql = $"""
        select {Columns} where a.id in (select x.action from read.improvement_ties x where x.experience = $1 and x.told > 0)
        order by a.published_at, a.id
        """;

    private const string ListSql = $"""
        select {Columns}
        where ($1::text[] is null or a.structure = any($1)) and ($2::timestamptz is null or (a.published_at, a.id) < ($2, $3))
        order by a.published_at desc, a.id desc
        limit $4
        """;

    private const string ExperiencesSql = """
        select e.id, e.title, e.published_at from read.improvement_ties r join read.experiences e on e.id = r.experience
        where r.action = $1 and r.told > 0 and e.status in (2, 3) and ($2::timestamptz is null or (e.published_at, e.id) < ($2, $3))
        order by e.published_at desc, e.id desc
        limit $4
        """;

    private const string TitlesSql = "select id, title, published_at from read.experiences where id = any($1) and status in (2, 3) order by published_at desc, id desc";

    public async Task<PublicAction?> Find(ImprovementActionId id, CancellationToken cancellation) =>
        (await Read(FindSql, cancellation, new NpgsqlParameter { Value = id.Value })).SingleOrDefault();

    /// <summary>Of a public experience; the caller has seen that it is.</summary>
    public Task<List<PublicAction>> Of(ExperienceId experience, CancellationToken cancellation) =>
        Read(OfExperienceSql, cancellation, new NpgsqlParameter { Value = experience.Value });

    public async Task<PublicActionList> List(StructureId? structure, string? after, CancellationToken cancellation, int limit = 20)
    {
        var cursor = ActionCursor.Read(after);
        string[]? structures = structure is { } root ? [.. reference.Current.Structures.Subtree(root).Select(s => s.Value)] : null;
        var items = await Read(
            ListSql, cancellation, Parameter(structures, NpgsqlDbType.Array | NpgsqlDbType.Text), Parameter(cursor?.At, NpgsqlDbType.TimestampTz),
            Parameter(cursor?.Id, NpgsqlDbType.Text), Parameter(limit + 1, NpgsqlDbType.Integer));
        var page = items.Take(limit).ToImmutableArray();
        return new(page, items.Count > limit ? ActionCursor.Write(page[^1].PublishedAt, page[^1].Id.Value) : null);
    }

    public async Task<ActionExperiences> Experiences(ImprovementActionId id, string? after, CancellationToken cancellation)
    {
        var cursor = ActionCursor.Read(after);
        var found = await Titles(
            ExperiencesSql, cancellation, new NpgsqlParameter { Value = id.Value }, Parameter(cursor?.At, NpgsqlDbType.TimestampTz),
            Parameter(cursor?.Id, NpgsqlDbType.Text), Parameter(ExperiencesShown + 1, NpgsqlDbType.Integer));
        var page = found.Take(ExperiencesShown).ToArray();
        return new(
            [.. page.Select(p => new ActionExperience(p.Id, p.Title))],
            found.Count > ExperiencesShown ? ActionCursor.Write(page[^1].At, page[^1].Id.Value) : null);
    }

    /// <summary>Of those that are public.</summary>
    public async Task<IReadOnlyList<ActionExperience>> Titles(IEnumerable<ExperienceId> ids, CancellationToken cancellation) =>
    [
        .. (await Titles(TitlesSql, cancellation, Parameter(ids.Select(i => i.Value).ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Text)))
            .Select(t => new ActionExperience(t.Id, t.Title)),
    ];

    private Task<List<(ExperienceId Id, string Title, DateTimeOffset At)>> Titles(
        string sql, CancellationToken cancellation, params NpgsqlParameter[] parameters) => Read(sql, Title, parameters).WaitAsync(cancellation);

    private Task<List<PublicAction>> Read(string sql, CancellationToken cancellation, params NpgsqlParameter[] parameters) =>
        Read(sql, Action, parameters).WaitAsync(cancellation);

    private async Task<List<T>> Read<T>(string sql, Func<NpgsqlDataReader, T> row, NpgsqlParameter[] parameters)
    {
        await using var command = database.CreateCommand(sql);
        command.Parameters.AddRange(parameters);
        await using var reader = await command.ExecuteReaderAsync();
        var items = new List<T>();
        while (await reader.ReadAsync()) items.Add(row(reader));
        return items;
    }

    private static (ExperienceId Id, string Title, DateTimeOffset At) Title(NpgsqlDataReader row) =>
        (ExperienceId.Parse(row.GetString(0)), row.GetString(1), row.GetFieldValue<DateTimeOffset>(2));

    private static PublicAction Action(NpgsqlDataReader row) => new()
    {
        Id = ImprovementActionId.Parse(row.GetString(0)),
        Structure = StructureId.Parse(row.GetString(1)),
        Title = row.GetString(2),
        Text = row.GetString(3),
        State = (ImprovementActionState)row.GetInt16(4),
        PlannedFor = row.IsDBNull(5) ? null : row.GetFieldValue<DateOnly>(5),
        DoneOn = row.IsDBNull(6) ? null : row.GetFieldValue<DateOnly>(6),
        PublishedAt = row.GetFieldValue<DateTimeOffset>(7),
        Experiences = row.GetInt32(8),
        Confirmed = row.GetInt32(9),
        Contradicted = row.GetInt32(10),
    };

    private static NpgsqlParameter Parameter(object? value, NpgsqlDbType type) => new() { Value = value ?? DBNull.Value, NpgsqlDbType = type };
}
