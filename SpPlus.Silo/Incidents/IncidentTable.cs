using Npgsql;
using NpgsqlTypes;
using SpPlus.Contracts.Experiences;
using SpPlus.Contracts.Incidents;
using SpPlus.Silo.Accounts;

namespace SpPlus.Silo.Incidents;

/// <summary>The SQL of what an incident has to do. PostgreSQL's clock alone says whether one has begun.</summary>
internal sealed class IncidentTable(NpgsqlDataSource database)
{
    private const string OpenSql = """
        with opened as (
            insert into desk.incidents (id, title, courtesy, response, signature, reviewed, opened_by, opened_by_name, starts_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, clock_timestamp() + $9)
            on conflict (id) do nothing returning id)
        insert into desk.incident_experiences (incident, experience, ordinal)
        select opened.id, e.experience, e.ordinal from opened, unnest($10) with ordinality e (experience, ordinal)
        """;

    // The lock waits for whoever is calling it off, and then looks again.
    private const string DueSql = """
        select e.incident, e.experience, i.opened_by, i.courtesy, i.response, i.signature, i.reviewed
        from desk.incident_experiences e join desk.incidents i on i.id = e.incident
        where e.outcome = 0 and i.called_off_at is null and i.starts_at <= clock_timestamp()
        order by e.at nulls first, e.incident, e.ordinal limit $1
        for share of i
        """;

    private const string SettleSql = """
        update desk.incident_experiences set outcome = $3, at = clock_timestamp() where incident = $1 and experience = $2 and outcome = 0
        """;

    private const string CallOffSql = """
        update desk.incidents set called_off_at = clock_timestamp(), called_off_by = $2
        where id = $1 and called_off_at is null and starts_at > clock_timestamp()
        """;

    /// <summary>All of it or nothing; opened again, nothing changes.</summary>
    public async Task Open(OpenIncident incident, Account by, TimeSpan window)
    {
        await using var command = database.CreateCommand(OpenSql);
        command.Parameters.Add(new() { Value = incident.Id });
        command.Parameters.Add(Text(incident.Title));
        command.Parameters.Add(Text(incident.Response.Courtesy));
        command.Parameters.Add(Text(incident.Response.Text));
        command.Parameters.Add(Text(incident.Response.Signature));
        command.Parameters.Add(Texts(incident.Reviewed));
        command.Parameters.Add(Text(by.Subject));
        command.Parameters.Add(Text(by.DisplayName));
        command.Parameters.Add(new() { Value = window, NpgsqlDbType = NpgsqlDbType.Interval });
        command.Parameters.Add(Texts(incident.Experiences.Select(e => e.Value)));
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Those that were never tried first.</summary>
    public async Task<List<DueResponse>> Due(int limit, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(DueSql);
        command.Parameters.Add(new() { Value = limit });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var due = new List<DueResponse>();
        while (await reader.ReadAsync(cancellation))
        {
            due.Add(new()
            {
                Incident = reader.GetGuid(0),
                Experience = ExperienceId.Parse(reader.GetString(1)),
                OpenedBy = reader.GetString(2),
                Response = new() { Courtesy = TextOf(reader, 3), Text = reader.GetString(4), Signature = TextOf(reader, 5) },
                Reviewed = [.. reader.GetFieldValue<string[]>(6)],
            });
        }

        return due;
    }

    /// <summary>The first outcome stands. One that still waits was tried, and comes after the others.</summary>
    public async Task Settle(DueResponse due, IncidentOutcome outcome)
    {
        await using var command = database.CreateCommand(SettleSql);
        command.Parameters.Add(new() { Value = due.Incident });
        command.Parameters.Add(Text(due.Experience.Value));
        command.Parameters.Add(new() { Value = (short)outcome });
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>False when it has begun, or was called off already.</summary>
    public async Task<bool> CallOff(Guid incident, Account by)
    {
        await using var command = database.CreateCommand(CallOffSql);
        command.Parameters.Add(new() { Value = incident });
        command.Parameters.Add(Text(by.DisplayName));
        return await command.ExecuteNonQueryAsync() > 0;
    }

    private static string? TextOf(NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    private static NpgsqlParameter Text(string? value) => new() { Value = (object?)value ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text };

    private static NpgsqlParameter Texts(IEnumerable<string> values) =>
        new() { Value = values.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text };
}
