using Npgsql;
using NpgsqlTypes;
using SpPlus.Contracts.Experiences;

namespace SpPlus.Silo.Similar;

/// <summary>Looks for public experiences by the rare words of a text, and lists those that wait.</summary>
internal sealed class SimilarQueries(NpgsqlDataSource database)
{
    // Words that PostgreSQL's statistics know in more than a thousand experiences say nothing and cost most; of the others each is looked up by
    // itself, so that the work is bounded whatever was written, and the fewer experiences have one the more it weighs.
    private const string LikeSql = """
        with common as (
            select c.lexeme from pg_stats s
            join pg_class t on t.oid = 'read.experiences'::regclass
            cross join lateral unnest(s.most_common_elems::text::text[], s.most_common_elem_freqs) as c (lexeme, frequency)
            where s.schemaname = 'read' and s.tablename = 'experiences' and s.attname = 'words'
              and c.lexeme is not null and c.frequency * t.reltuples > 1000),
        asked as (
            select w.lexeme, ('''' || replace(replace(w.lexeme, '\', '\\'), '''', '''''') || '''')::tsquery as query
            from unnest(
                setweight(to_tsvector('pg_catalog.french', read.plain($1)), 'A') || setweight(to_tsvector('pg_catalog.french', read.plain($2)), 'B')) w
            where length(w.lexeme) between 3 and 40 and w.lexeme not in (select lexeme from common)
            order by 'A' = any(w.weights) desc, array_length(w.positions, 1) desc nulls last, length(w.lexeme) desc, w.lexeme
            limit 16),
        hits as (
            select a.lexeme, h.id, count(*) over (partition by a.lexeme) as experiences
            from asked a cross join lateral (
                select e.id from read.experiences e where e.words @@ a.query and e.status in (2, 3) and e.id <> $3 limit 150) h),
        scored as (select id, sum(ln(1000.0 / experiences)) as score from hits group by id order by score desc, id limit 60)
        select e.id, e.title, e.story, e.status, e.published_at
        from scored s join read.experiences e on e.id = s.id
        order by s.score * (1 + case when e.department = $4 then 0.3 else 0 end
            + case when exists (select from read.standings t where t.experience = e.id and t.structure = any($5)) then 0.3 else 0 end) desc, e.id
        limit 20
        """;

    private const string WaitingSql = "select id, submitted_at from read.experiences where status = 1 order by submitted_at desc, id desc limit $1";

    public async Task<List<PublicText>> Like(ExperienceView view)
    {
        await using var command = database.CreateCommand(LikeSql);
        command.CommandTimeout = 5;
        command.Parameters.Add(Text(view.Title));
        command.Parameters.Add(Text(view.Story));
        command.Parameters.Add(Text(view.Id.Value));
        command.Parameters.Add(Text(view.Department));
        command.Parameters.Add(new()
        {
            Value = view.Services.Select(s => s.Structure).Concat(view.Standings.Select(s => s.Structure)).Distinct().Select(s => s.Value).ToArray(),
            NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text,
        });
        await using var reader = await command.ExecuteReaderAsync();
        var found = new List<PublicText>();
        while (await reader.ReadAsync())
        {
            found.Add(new(
                ExperienceId.Parse(reader.GetString(0)), reader.GetString(1), reader.GetString(2), (ExperienceStatus)reader.GetInt16(3),
                reader.GetFieldValue<DateTimeOffset>(4)));
        }

        return found;
    }

    /// <summary>The newest first.</summary>
    public async Task<List<(ExperienceId Id, DateTimeOffset SubmittedAt)>> Waiting(int limit)
    {
        await using var command = database.CreateCommand(WaitingSql);
        command.Parameters.Add(new() { Value = limit });
        await using var reader = await command.ExecuteReaderAsync();
        var waiting = new List<(ExperienceId, DateTimeOffset)>();
        while (await reader.ReadAsync()) waiting.Add((ExperienceId.Parse(reader.GetString(0)), reader.GetFieldValue<DateTimeOffset>(1)));
        return waiting;
    }

    private static NpgsqlParameter Text(string? value) => new() { Value = (object?)value ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text };
}

/// <summary>A public experience with its words.</summary>
internal sealed record PublicText(ExperienceId Id, string Title, string Story, ExperienceStatus Status, DateTimeOffset PublishedAt)
{
    public override string ToString() => $"{nameof(PublicText)} {Id}";
}
