using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Npgsql;
using NpgsqlTypes;

namespace SpPlus.Silo.Projections;

/// <summary>The SQL of the read model's rows. Rows travel as one JSON array that PostgreSQL spreads over the columns.</summary>
internal static class ReadTables
{
    private const string LoadExperiencesSql = """
        select id, status, general_tags::text, answer_status, published_at from read.experiences where id = any($1)
        """;

    private const string LoadStandingsSql = """
        select json_agg(s order by s.experience, s.ordinal)::text from read.standings s where s.experience = any($1)
        """;

    private const string InsertExperiencesSql = """
        insert into read.experiences
        select * from json_populate_recordset(null::read.experiences, $1)
        """;

    private const string UpdateWordsSql = """
        update read.experiences e
        set title = r.title, story = r.story, pseudonym = r.pseudonym, procedure = r.procedure, published_at = r.published_at
        from json_populate_recordset(null::read.experiences, $1) r
        where e.id = r.id
        """;

    private const string UpdateExperiencesSql = """
        update read.experiences e
        set status = r.status, general_tags = r.general_tags, answer_status = r.answer_status
        from json_populate_recordset(null::read.experiences, $1) r
        where e.id = r.id
        """;

    private const string UpsertStandingsSql = """
        insert into read.standings as s
        select * from json_populate_recordset(null::read.standings, $1)
        on conflict (experience, structure) do update
        set ordinal = excluded.ordinal, status = excluded.status, concerned_since = excluded.concerned_since,
            answered_at = excluded.answered_at, open = excluded.open, channels = excluded.channels,
            business_tags = excluded.business_tags, improvements = excluded.improvements, courtesy = excluded.courtesy,
            response = excluded.response, signature = excluded.signature, response_version = excluded.response_version,
            published_at = excluded.published_at, complements = excluded.complements, adopted = excluded.adopted,
            adopted_version = excluded.adopted_version, useful = excluded.useful,
            publishes_at = excluded.publishes_at
        """;

    private const string DeleteStandingsSql = """
        delete from read.standings s using json_populate_recordset(null::read.standings, $1) r
        where s.experience = r.experience and s.structure = r.structure
        """;

    public static async Task<List<ExperienceRow>> LoadExperiences(
        NpgsqlConnection connection, string[] ids, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(LoadExperiencesSql, connection);
        command.Parameters.Add(Texts(ids));
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var rows = new List<ExperienceRow>();
        while (await reader.ReadAsync(cancellation))
        {
            rows.Add(new()
            {
                Id = reader.GetString(0),
                Status = reader.GetInt16(1),
                GeneralTags = JsonElement.Parse(reader.GetString(2)),
                AnswerStatus = reader.GetInt16(3),
                PublishedAt = reader.IsDBNull(4) ? null : reader.GetFieldValue<DateTimeOffset>(4),
            });
        }

        return rows;
    }

    public static async Task<List<StandingRow>> LoadStandings(
        NpgsqlConnection connection, string[] ids, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(LoadStandingsSql, connection);
        command.Parameters.Add(Texts(ids));
        return await command.ExecuteScalarAsync(cancellation) is string json
            ? JsonSerializer.Deserialize(json, ReadJson.Default.ListStandingRow)!
            : [];
    }

    public static async Task Save(
        NpgsqlConnection connection, IReadOnlyCollection<ExperienceRow> experiences, CancellationToken cancellation)
    {
        var shape = ReadJson.Default.ListExperienceRow;
        await Run(connection, InsertExperiencesSql, [.. experiences.Where(r => r.IsNew)], shape, cancellation);
        await Run(connection, UpdateWordsSql, [.. experiences.Where(r => r is { IsNew: false, WordsChanged: true })], shape, cancellation);
        await Run(connection, UpdateExperiencesSql, [.. experiences.Where(r => r is { IsNew: false, Changed: true })], shape, cancellation);
    }

    public static async Task Save(
        NpgsqlConnection connection, IReadOnlyCollection<StandingRow> standings, CancellationToken cancellation)
    {
        var shape = ReadJson.Default.ListStandingRow;
        await Run(connection, DeleteStandingsSql, [.. standings.Where(r => r.Removed)], shape, cancellation);
        await Run(connection, UpsertStandingsSql, [.. standings.Where(r => r is { Removed: false, Changed: true })], shape, cancellation);
    }

    private static async Task Run<T>(
        NpgsqlConnection connection, string sql, List<T> rows, JsonTypeInfo<List<T>> shape, CancellationToken cancellation)
    {
        if (rows.Count == 0) return;
        await using var command = new NpgsqlCommand(sql, connection);
        command.Parameters.Add(new() { Value = JsonSerializer.Serialize(rows, shape), NpgsqlDbType = NpgsqlDbType.Json });
        await command.ExecuteNonQueryAsync(cancellation);
    }

    private static NpgsqlParameter Texts(string[] values) =>
        new() { Value = values, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text };
}
