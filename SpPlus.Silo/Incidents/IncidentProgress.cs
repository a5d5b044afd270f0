using System.Collections.Immutable;
using Npgsql;
using SpPlus.Contracts.Experiences;
using SpPlus.Contracts.Incidents;

namespace SpPlus.Silo.Incidents;

/// <summary>How far incidents are.</summary>
internal sealed class IncidentProgress(NpgsqlDataSource database)
{
    private const string SummarySql = """
        select i.id, i.title, i.opened_by_name, i.opened_at, i.starts_at, i.starts_at <= clock_timestamp(), i.called_off_at, i.called_off_by,
               n.experiences, n.given, n.waiting, i.courtesy, i.response, i.signature
        from desk.incidents i cross join lateral (
            select count(*)::int as experiences, (count(*) filter (where outcome = 1))::int as given, (count(*) filter (where outcome = 0))::int as waiting
            from desk.incident_experiences e where e.incident = i.id) n
        """;

    private const string ListSql = SummarySql + " order by i.opened_at desc limit 100";
    private const string OneSql = SummarySql + " where i.id = $1";

    // What is not public any more keeps its number and nothing else.
    private const string ItemsSql = """
        select e.experience, case when x.status in (2, 3) then x.title end, e.outcome, case when e.outcome <> 0 then e.at end
        from desk.incident_experiences e left join read.experiences x on x.id = e.experience
        where e.incident = $1 order by e.ordinal
        """;

    public async Task<ImmutableArray<IncidentSummary>> List()
    {
        await using var command = database.CreateCommand(ListSql);
        await using var reader = await command.ExecuteReaderAsync();
        var list = ImmutableArray.CreateBuilder<IncidentSummary>();
        while (await reader.ReadAsync()) list.Add(Summary(reader));
        return list.ToImmutable();
    }

    public async Task<IncidentView?> Read(Guid incident)
    {
        await using var command = database.CreateCommand(OneSql);
        command.Parameters.Add(new() { Value = incident });
        IncidentView view;
        await using (var reader = await command.ExecuteReaderAsync())
        {
            if (!await reader.ReadAsync()) return null;
            view = new()
            {
                Summary = Summary(reader),
                Response = new() { Courtesy = Text(reader, 11), Text = reader.GetString(12), Signature = Text(reader, 13) },
                Items = [],
            };
        }

        return view with { Items = await Items(incident) };
    }

    private async Task<ImmutableArray<IncidentItem>> Items(Guid incident)
    {
        await using var command = database.CreateCommand(ItemsSql);
        command.Parameters.Add(new() { Value = incident });
        await using var reader = await command.ExecuteReaderAsync();
        var items = ImmutableArray.CreateBuilder<IncidentItem>();
        while (await reader.ReadAsync())
        {
            items.Add(new()
            {
                Experience = ExperienceId.Parse(reader.GetString(0)), Title = Text(reader, 1), Outcome = (IncidentOutcome)reader.GetInt16(2), At = Moment(reader, 3),
            });
        }

        return items.ToImmutable();
    }

    private static IncidentSummary Summary(NpgsqlDataReader reader) => new()
    {
        Id = reader.GetGuid(0),
        Title = reader.GetString(1),
        OpenedBy = reader.GetString(2),
        OpenedAt = reader.GetFieldValue<DateTimeOffset>(3),
        StartsAt = reader.GetFieldValue<DateTimeOffset>(4),
        IsStarted = reader.GetBoolean(5),
        CalledOffAt = Moment(reader, 6),
        CalledOffBy = Text(reader, 7),
        Experiences = reader.GetInt32(8),
        Given = reader.GetInt32(9),
        Waiting = reader.GetInt32(10),
    };

    private static string? Text(NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    private static DateTimeOffset? Moment(NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetFieldValue<DateTimeOffset>(column);
}
