using Microsoft.Extensions.Localization;
using SpPlus.Contracts.Incidents;
using SpPlus.Web.Kit;
using SpPlus.Web.Texts;

namespace SpPlus.Web.Incidents;

internal static class IncidentState
{
    /// <summary>How far it is, in one sentence.</summary>
    public static string Of(IncidentSummary incident, IStringLocalizer<IncidentTexts> texts) => incident switch
    {
        { CalledOffAt: { } at } => texts["State.CalledOff", incident.CalledOffBy ?? "", Dates.Minute(at)],
        { IsStarted: false } => texts["State.Planned", Dates.Minute(incident.StartsAt), incident.Experiences],
        { Waiting: > 0 } => texts["State.Running", incident.Experiences - incident.Waiting, incident.Experiences],
        _ => texts["State.Over", incident.Given, incident.Experiences],
    };
}
