using System.Collections.Immutable;
using SpPlus.Contracts.Experiences;
using SpPlus.Contracts.Incidents;
using SpPlus.Silo.Experiences.Decisions;
using SpPlus.Silo.Privacy;
using SpPlus.Silo.Reference;

namespace SpPlus.Silo.Incidents;

/// <summary>Whether an incident may be opened, as each experience will be asked (ROUTE-6, PII-1).</summary>
internal static class IncidentCheck
{
    public static (OpenIncident Clean, CommandResult Result) Of(OpenIncident incident, ReferenceBook reference)
    {
        var (response, errors) = StandingResponseDecisions.Check(incident.Response, reference);
        var title = Words.CleanLine(incident.Title);
        var experiences = incident.Experiences.IsDefault ? [] : incident.Experiences.Distinct().ToImmutableArray();
        errors.Require(nameof(incident.Title), title, 5, 150);
        if (experiences.IsEmpty) errors.Add(nameof(incident.Experiences), FieldProblem.Missing);
        else if (experiences.Length > OpenIncident.MaximumExperiences)
            errors.Add(nameof(incident.Experiences), FieldProblem.TooMany, OpenIncident.MaximumExperiences, experiences.Length);
        if (errors.Any) return (incident, errors.Refuse().Refused!);
        var marks = PersonalData.Unseen(response.Text, incident.Reviewed);
        var clean = incident with { Title = title!, Response = response, Experiences = experiences, Reviewed = incident.Reviewed.IsDefault ? [] : incident.Reviewed };
        return (clean, marks.IsEmpty ? new() : new() { Refusal = Refusal.PersonalData, Marks = marks });
    }
}
