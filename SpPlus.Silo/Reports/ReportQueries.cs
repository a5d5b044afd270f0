using Npgsql;
using NpgsqlTypes;
using SpPlus.Contracts.Experiences;
using SpPlus.Contracts.Reports;
using SpPlus.Silo.Desk;

namespace SpPlus.Silo.Reports;

/// <summary>The reports that wait, by experience.</summary>
internal sealed class ReportQueries(NpgsqlDataSource database)
{
    private const string WaitingSql = """
        select r.experience, e.title, r.first_at, r.last_at, r.last_number, r.reasons, r.counts
        from (select experience, min(first_at) as first_at, max(last_at) as last_at, max(last_number) as last_number,
                     array_agg(reason order by count desc, reason) as reasons, array_agg(count order by count desc, reason) as counts
              from (select experience, reason, count(*)::int as count, min(at) as first_at, max(at) as last_at, max(number) as last_number
                    from read.reports group by experience, reason) by_reason
              group by experience) r
        join read.experiences e on e.id = r.experience and e.status in (2, 3)
        where $1::timestamptz is null or (r.first_at, r.experience) > ($1, $2)
        order by r.first_at, r.experience limit $3
        """;

    private const string WordsSql = """
        select experience, reason, words, at from read.reports where experience = any($1) and words is not null order by experience, number
        """;

    public async Task<int> Count()
    {
        await using var command = database.CreateCommand(
            "select count(distinct r.experience)::int from read.reports r join read.experiences e on e.id = r.experience and e.status in (2, 3)");
        return (int)(await command.ExecuteScalarAsync())!;
    }

    public async Task<ReportQueue> Waiting(ReportQuery query)
    {
        var (limit, after) = (Math.Clamp(query.Limit, 1, 50), Cursor.Read(query.After, parts: 2));
        await using var command = database.CreateCommand(WaitingSql);
        command.Parameters.Add(new() { Value = (object?)after?.At ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.TimestampTz });
        command.Parameters.Add(new() { Value = (object?)after?.Keys[0] ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text });
        command.Parameters.Add(new() { Value = limit + 1 });
        var items = new List<ReportedExperience>();
        await using (var reader = await command.ExecuteReaderAsync())
            while (await reader.ReadAsync()) items.Add(Item(reader));
        var page = items.Take(limit).ToArray();
        var words = await Words(page);
        return new()
        {
            Items = [.. page.Select(item => item with { WithWords = [.. words[item.Experience.Value]] })],
            Count = await Count(),
            Next = items.Count > limit ? Cursor.Write(page[^1].FirstAt, page[^1].Experience.Value) : null,
        };
    }

    private async Task<ILookup<string, ReportView>> Words(ReportedExperience[] items)
    {
        await using var command = database.CreateCommand(WordsSql);
        command.Parameters.Add(new() { Value = items.Select(i => i.Experience.Value).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text });
        await using var reader = await command.ExecuteReaderAsync();
        var words = new List<(string Experience, ReportView Report)>();
        while (await reader.ReadAsync())
        {
            words.Add((reader.GetString(0), new()
            {
                Reason = reader.GetString(1), Words = reader.GetString(2), At = reader.GetFieldValue<DateTimeOffset>(3),
            }));
        }

        return words.ToLookup(w => w.Experience, w => w.Report);
    }

    private static ReportedExperience Item(NpgsqlDataReader reader) => new()
    {
        Experience = ExperienceId.Parse(reader.GetString(0)),
        Title = reader.IsDBNull(1) ? "" : reader.GetString(1),
        FirstAt = reader.GetFieldValue<DateTimeOffset>(2),
        LastAt = reader.GetFieldValue<DateTimeOffset>(3),
        LastNumber = reader.GetInt32(4),
        Reasons =
        [
            .. reader.GetFieldValue<string[]>(5).Zip(reader.GetFieldValue<int[]>(6), (reason, count) => new ReasonCount { Reason = reason, Count = count }),
        ],
    };
}
