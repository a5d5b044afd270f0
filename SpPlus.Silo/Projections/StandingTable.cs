using System.Text.Json;
using Npgsql;
using NpgsqlTypes;

namespace SpPlus.Silo.Projections;

/// <summary>The SQL of <c>read.standings</c>.</summary>
internal static class StandingTable
{
    private const string LoadSql = """
        select experience, structure, ordinal, status, answered_at, open, assigned_to, publishes_at, amending, feeling,
               case when $2 then channels::text end, case when $2 then general_tags end
        from read.standings where experience = any($1) order by experience, ordinal
        """;

    private const string Columns = """
        experience, structure, ordinal, status, concerned_since, answered_at, open, assigned_to, publishes_at, amending, feeling, general_tags,
        channels, business_tags, improvements
        """;

    private const string InsertSql = $"""
        insert into read.standings ({Columns})
        select {Columns} from json_populate_recordset(null::read.standings, $1)
        """;

    private const string UpdateProgressSql = """
        update read.standings s
        set status = r.status, answered_at = r.answered_at, open = r.open, assigned_to = r.assigned_to,
            publishes_at = r.publishes_at, amending = r.amending
        from unnest($1, $2, $3, $4, $5, $6, $7, $8) r (experience, structure, status, answered_at, open, assigned_to, publishes_at, amending)
        where s.experience = r.experience and s.structure = r.structure
        """;

    private const string UpdateQualificationSql = """
        update read.standings s
        set general_tags = coalesce(r.general_tags, s.general_tags), channels = coalesce(r.channels, s.channels),
            business_tags = coalesce(r.business_tags, s.business_tags), improvements = coalesce(r.improvements, s.improvements)
        from json_populate_recordset(null::read.standings, $1) r
        where s.experience = r.experience and s.structure = r.structure
        """;

    private const string DeleteSql = """
        with gone as (select experience, structure from unnest($1, $2) g (experience, structure)),
             responses as (delete from read.responses r using gone g where r.experience = g.experience and r.structure = g.structure)
        delete from read.standings s using gone g where s.experience = g.experience and s.structure = g.structure
        """;

    /// <summary>Whole: also what a replaced structure hands over to the next.</summary>
    public static async Task<List<StandingRow>> Load(NpgsqlConnection connection, string[] ids, bool whole, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(LoadSql, connection).WithColumn(NpgsqlDbType.Text, ids);
        command.Parameters.Add(new() { Value = whole });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var rows = new List<StandingRow>(ids.Length);
        while (await reader.ReadAsync(cancellation)) rows.Add(Row(reader).AsStored());
        return rows;
    }

    public static async Task Save(NpgsqlConnection connection, IReadOnlyCollection<StandingRow> rows, CancellationToken cancellation)
    {
        if (Where(r => r.IsNew) is { Count: > 0 } added)
            await Command(InsertSql).WithRows(added, ReadJson.Default.ListStandingRow).Run(cancellation);
        if (Where(r => r is { IsNew: false, QualificationChanged: true }) is { Count: > 0 } qualified)
            await Command(UpdateQualificationSql).WithRows(qualified, ReadJson.Default.ListStandingRow).Run(cancellation);
        if (Where(r => r is { IsNew: false, ProgressChanged: true }) is { Count: > 0 } moved)
        {
            await Command(UpdateProgressSql)
                .WithColumn(NpgsqlDbType.Text, moved.Select(r => r.Experience))
                .WithColumn(NpgsqlDbType.Text, moved.Select(r => r.Structure))
                .WithColumn(NpgsqlDbType.Smallint, moved.Select(r => r.Status))
                .WithColumn(NpgsqlDbType.TimestampTz, moved.Select(r => r.AnsweredAt))
                .WithColumn(NpgsqlDbType.Boolean, moved.Select(r => r.Open))
                .WithColumn(NpgsqlDbType.Text, moved.Select(r => r.AssignedTo))
                .WithColumn(NpgsqlDbType.TimestampTz, moved.Select(r => r.PublishesAt))
                .WithColumn(NpgsqlDbType.Boolean, moved.Select(r => r.Amending))
                .Run(cancellation);
        }

        List<StandingRow> Where(Func<StandingRow, bool> condition) => [.. rows.Where(condition)];
        NpgsqlCommand Command(string sql) => new(sql, connection);
    }

    /// <summary>With the responses that were theirs.</summary>
    public static async Task Delete(
        NpgsqlConnection connection, IReadOnlyCollection<(string Experience, string Structure)> gone, CancellationToken cancellation)
    {
        if (gone.Count == 0) return;
        await new NpgsqlCommand(DeleteSql, connection)
            .WithColumn(NpgsqlDbType.Text, gone.Select(g => g.Experience))
            .WithColumn(NpgsqlDbType.Text, gone.Select(g => g.Structure))
            .Run(cancellation);
    }

    private static StandingRow Row(NpgsqlDataReader reader) => new()
    {
        Experience = reader.GetString(0),
        Structure = reader.GetString(1),
        Ordinal = reader.GetInt32(2),
        Status = reader.GetInt16(3),
        AnsweredAt = reader.IsDBNull(4) ? null : reader.GetFieldValue<DateTimeOffset>(4),
        Open = reader.GetBoolean(5),
        AssignedTo = reader.IsDBNull(6) ? null : reader.GetString(6),
        PublishesAt = reader.IsDBNull(7) ? null : reader.GetFieldValue<DateTimeOffset>(7),
        Amending = reader.GetBoolean(8),
        Feeling = reader.GetInt16(9),
        Channels = reader.IsDBNull(10) ? null : JsonElement.Parse(reader.GetString(10)),
        GeneralTags = reader.IsDBNull(11) ? null : reader.GetFieldValue<string[]>(11),
        BusinessTags = null,
        Improvements = null,
    };
}
