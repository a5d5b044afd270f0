using System.Text.Json;
using Npgsql;
using NpgsqlTypes;

namespace SpPlus.Silo.Projections;

/// <summary>The SQL of <c>read.experiences</c>.</summary>
internal static class ExperienceTable
{
    private const string LoadSql = "select id, status, feeling, answer_status, general_tags::text from read.experiences where id = any($1)";

    private const string Columns = """
        id, status, title, story, pseudonym, contact_date, department, country, feeling, procedure, campaign, services, general_tags,
        submitted_at, published_at, answer_status
        """;

    private const string InsertSql = $"""
        insert into read.experiences ({Columns})
        select {Columns} from json_populate_recordset(null::read.experiences, $1)
        """;

    // A withdrawal takes the words and leaves the date.
    private const string UpdateWordsSql = """
        update read.experiences e
        set title = r.title, story = r.story, pseudonym = r.pseudonym, procedure = r.procedure,
            published_at = coalesce(r.published_at, e.published_at)
        from json_populate_recordset(null::read.experiences, $1) r
        where e.id = r.id
        """;

    private const string UpdateTagsSql = """
        update read.experiences e set general_tags = r.general_tags
        from unnest($1, $2) r (id, general_tags) where e.id = r.id
        """;

    private const string UpdateStatusSql = """
        update read.experiences e set status = r.status, answer_status = r.answer_status
        from unnest($1, $2, $3) r (id, status, answer_status) where e.id = r.id
        """;

    public static async Task<List<ExperienceRow>> Load(NpgsqlConnection connection, string[] ids, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(LoadSql, connection).WithColumn(NpgsqlDbType.Text, ids);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var rows = new List<ExperienceRow>(ids.Length);
        while (await reader.ReadAsync(cancellation))
        {
            rows.Add(new ExperienceRow
            {
                Id = reader.GetString(0),
                Status = reader.GetInt16(1),
                Feeling = reader.GetInt16(2),
                AnswerStatus = reader.GetInt16(3),
                GeneralTags = JsonElement.Parse(reader.GetString(4)),
            }.AsStored());
        }

        return rows;
    }

    public static async Task Save(NpgsqlConnection connection, IReadOnlyCollection<ExperienceRow> rows, CancellationToken cancellation)
    {
        if (Where(r => r.IsNew) is { Count: > 0 } added)
            await Command(InsertSql).WithRows(added, ReadJson.Default.ListExperienceRow).Run(cancellation);
        if (Where(r => r is { IsNew: false, WordsChanged: true }) is { Count: > 0 } reworded)
            await Command(UpdateWordsSql).WithRows(reworded, ReadJson.Default.ListExperienceRow).Run(cancellation);
        if (Where(r => r is { IsNew: false, TagsChanged: true }) is { Count: > 0 } tagged)
        {
            await Command(UpdateTagsSql)
                .WithColumn(NpgsqlDbType.Text, tagged.Select(r => r.Id))
                .WithColumn(NpgsqlDbType.Json, tagged.Select(r => r.GeneralTags.GetRawText()))
                .Run(cancellation);
        }

        if (Where(r => r is { IsNew: false, StatusChanged: true }) is { Count: > 0 } moved)
        {
            await Command(UpdateStatusSql)
                .WithColumn(NpgsqlDbType.Text, moved.Select(r => r.Id))
                .WithColumn(NpgsqlDbType.Smallint, moved.Select(r => r.Status))
                .WithColumn(NpgsqlDbType.Smallint, moved.Select(r => r.AnswerStatus))
                .Run(cancellation);
        }

        List<ExperienceRow> Where(Func<ExperienceRow, bool> condition) => [.. rows.Where(condition)];
        NpgsqlCommand Command(string sql) => new(sql, connection);
    }
}
