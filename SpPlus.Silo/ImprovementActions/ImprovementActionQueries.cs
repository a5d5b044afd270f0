using System.Collections.Immutable;
using Npgsql;
using NpgsqlTypes;
using SpPlus.Contracts.Experiences;
using SpPlus.Contracts.ImprovementActions;
using SpPlus.Contracts.Structures;
using SpPlus.Silo.Desk;

namespace SpPlus.Silo.ImprovementActions;

/// <summary>The read model as agents work on improvement actions. Whoever calls has already said which structures may be read.</summary>
internal sealed class ImprovementActionQueries(NpgsqlDataSource database)
{
    private const string TieableSql = """
        select e.id from read.experiences e
        where e.id = any($1) and e.status in (2, 3)
          and exists (select from read.standings s where s.experience = e.id and s.structure = any($2) and s.status <> 6)
        """;

    private const string TiesSql = """
        select i.id, case when e.status in (2, 3) then e.title end, nullif(t.told, 0), t.answer
        from unnest($2) as i (id) left join read.experiences e on e.id = i.id
        left join read.improvement_ties t on t.action = $1 and t.experience = i.id
        """;

    private const string ListSql = """
        select a.id, a.structure, a.title, a.state, a.planned_for, a.done_on, a.published_at, t.ties, t.confirmed, t.contradicted,
               $2::text is not null and exists (select from read.improvement_ties x where x.action = a.id and x.experience = $2)
        from read.improvement_actions a, lateral (
            select count(*)::int as ties, count(*) filter (where r.answer = 1 and e.status in (2, 3))::int as confirmed,
                   count(*) filter (where r.answer = 2 and e.status in (2, 3))::int as contradicted
            from read.improvement_ties r left join read.experiences e on e.id = r.experience where r.action = a.id) t
        where a.structure = any($1) and ($3::timestamptz is null or (a.published_at, a.id) < ($3, $4))
        order by a.published_at desc, a.id desc
        limit $5
        """;

    public async Task<ImmutableHashSet<ExperienceId>> Tieable(ImmutableArray<ExperienceId> experiences, StructureId[] structures)
    {
        await using var command = database.CreateCommand(TieableSql);
        command.Parameters.Add(Texts(experiences.Select(e => e.Value)));
        command.Parameters.Add(Texts(structures.Select(s => s.Value)));
        await using var reader = await command.ExecuteReaderAsync();
        var found = ImmutableHashSet.CreateBuilder<ExperienceId>();
        while (await reader.ReadAsync()) found.Add(ExperienceId.Parse(reader.GetString(0)));
        return found.ToImmutable();
    }

    /// <summary>Also of those that the projection has not tied yet.</summary>
    public async Task<IReadOnlyDictionary<ExperienceId, TieRow>> Ties(ImprovementActionId action, IEnumerable<ExperienceId> experiences)
    {
        await using var command = database.CreateCommand(TiesSql);
        command.Parameters.Add(new() { Value = action.Value });
        command.Parameters.Add(Texts(experiences.Select(e => e.Value)));
        await using var reader = await command.ExecuteReaderAsync();
        var ties = new Dictionary<ExperienceId, TieRow>();
        while (await reader.ReadAsync())
        {
            ties.Add(ExperienceId.Parse(reader.GetString(0)), new(
                reader.IsDBNull(1) ? null : reader.GetString(1),
                reader.IsDBNull(2) ? null : (ImprovementActionState)reader.GetInt16(2),
                reader.IsDBNull(3) ? null : (ImprovementActionAnswer)reader.GetInt16(3)));
        }

        return ties;
    }

    /// <summary>What each may be asked is left for the caller to fill.</summary>
    public async Task<ImprovementActionList> List(ImprovementActionQuery query, StructureId[] structures)
    {
        var (limit, after) = (Math.Clamp(query.Limit, 1, 100), Cursor.Read(query.After, parts: 2));
        await using var command = database.CreateCommand(ListSql);
        command.Parameters.Add(Texts(structures.Select(s => s.Value)));
        command.Parameters.Add(new() { Value = (object?)query.Experience?.Value ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text });
        command.Parameters.Add(new() { Value = (object?)after?.At ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.TimestampTz });
        command.Parameters.Add(new() { Value = (object?)after?.Keys[0] ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text });
        command.Parameters.Add(new() { Value = limit + 1 });
        var items = new List<ImprovementActionItem>();
        await using (var reader = await command.ExecuteReaderAsync())
            while (await reader.ReadAsync()) items.Add(Item(reader));
        var page = items.Take(limit).ToImmutableArray();
        return new() { Items = page, Next = items.Count > limit ? Cursor.Write(page[^1].PublishedAt, page[^1].Id.Value) : null };
    }

    private static ImprovementActionItem Item(NpgsqlDataReader reader) => new()
    {
        Id = ImprovementActionId.Parse(reader.GetString(0)),
        Structure = StructureId.Parse(reader.GetString(1)),
        Title = reader.GetString(2),
        State = (ImprovementActionState)reader.GetInt16(3),
        PlannedFor = reader.IsDBNull(4) ? null : reader.GetFieldValue<DateOnly>(4),
        DoneOn = reader.IsDBNull(5) ? null : reader.GetFieldValue<DateOnly>(5),
        PublishedAt = reader.GetFieldValue<DateTimeOffset>(6),
        Experiences = reader.GetInt32(7),
        Confirmed = reader.GetInt32(8),
        Contradicted = reader.GetInt32(9),
        IsTied = reader.GetBoolean(10),
    };

    private static NpgsqlParameter Texts(IEnumerable<string> values) =>
        new() { Value = values.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text };
}
