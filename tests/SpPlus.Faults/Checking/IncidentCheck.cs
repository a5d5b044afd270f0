using Npgsql;
using SpPlus.Contracts.Incidents;
using SpPlus.Faults.Load;
using SpPlus.Silo.Incidents;

namespace SpPlus.Faults.Checking;

/// <summary>Incidents against what their opener was told: each is whole or not there, and each response that it gave is one operation (ROUTE-6).</summary>
internal static class IncidentCheck
{
    private const string RowsSql = "select i.id, i.called_off_at is not null, e.experience, e.outcome from desk.incidents i join desk.incident_experiences e on e.incident = i.id";

    public static IEnumerable<Guid> Operations(OpenIncident incident) => incident.Experiences.Select(experience => new DueResponse
    {
        Incident = incident.Id, Experience = experience, OpenedBy = "", Response = incident.Response,
    }.Command().OperationId);

    public static async Task Run(NpgsqlDataSource database, IReadOnlyCollection<Sent> sent, Findings findings)
    {
        var rows = (await Rows(database)).ToLookup(r => r.Incident);
        var given = await Given(database);
        foreach (var commands in sent.Where(s => s.Incident is not null).GroupBy(s => s.Incident!))
        {
            var (incident, found) = (commands.Key, rows[commands.Key.Id].ToDictionary(r => r.Experience));
            var opening = commands.Single(s => s.Command == nameof(OpenIncident));
            if (found.Count == 0 && opening.Outcome == Outcome.Accepted) findings.Missing.Add($"acknowledged at {opening.At:mm\\:ss\\.fff}: incident {incident.Id}");
            if (found.Count > 0 && found.Count != incident.Experiences.Length) findings.Wrong.Add($"{found.Count} of {incident.Experiences.Length} experiences: incident {incident.Id}");
            if (found.Count > 0 && opening.Outcome == Outcome.Refused) findings.Wrong.Add($"refused ({opening.Reason}) and opened: incident {incident.Id}");
            var isCalledOff = commands.Any(s => s.Command == Writer.CallingOff && s.Outcome == Outcome.Accepted);
            if (isCalledOff && found.Values.Any(r => !r.IsCalledOff)) findings.Missing.Add($"called off, and not: incident {incident.Id}");
            foreach (var (experience, operation) in incident.Experiences.Zip(Operations(incident)))
            {
                if (!found.TryGetValue(experience.Value, out var row)) continue;
                var isGiven = given.Contains((operation, experience.Value));
                if (isGiven && row.IsCalledOff) findings.Wrong.Add($"called off and given: incident {incident.Id} to {experience}");
                if (isGiven != (row.Outcome == IncidentOutcome.Given)) findings.Wrong.Add($"{row.Outcome}, and {(isGiven ? "" : "not ")}recorded: incident {incident.Id} to {experience}");
            }
        }
    }

    private static async Task<List<(Guid Incident, bool IsCalledOff, string Experience, IncidentOutcome Outcome)>> Rows(NpgsqlDataSource database)
    {
        var rows = new List<(Guid, bool, string, IncidentOutcome)>();
        await using var command = database.CreateCommand(RowsSql);
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync()) rows.Add((reader.GetGuid(0), reader.GetBoolean(1), reader.GetString(2), (IncidentOutcome)reader.GetInt16(3)));
        return rows;
    }

    private static async Task<HashSet<(Guid Operation, string Experience)>> Given(NpgsqlDataSource database)
    {
        var given = new HashSet<(Guid, string)>();
        await using var command = database.CreateCommand("select operation_id, experience from journal.facts");
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync()) given.Add((reader.GetGuid(0), reader.GetString(1)));
        return given;
    }
}
