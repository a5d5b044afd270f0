using SpPlus.Contracts.Accounts;
using SpPlus.Contracts.Experiences;
using SpPlus.Contracts.Incidents;
using SpPlus.Web.Experiences;

namespace SpPlus.Web.Incidents;

/// <summary>The way from the pages to the silo. An opening whose outcome is unknown is sent once more: the same incident is opened once.</summary>
internal sealed partial class IncidentDesk(IGrainFactory grains, ILogger<IncidentDesk> logger)
{
    public IIncidentDeskGrain Grain => grains.GetGrain<IIncidentDeskGrain>(0);

    public async Task<CommandOutcome> Open(OpenIncident incident, Caller caller)
    {
        for (var attempt = 1; attempt <= 2; attempt++)
        {
            try
            {
                return new(await Grain.Open(incident, caller));
            }
            catch (Exception exception)
            {
                LogUnknown(exception, incident.Id);
            }
        }

        return CommandOutcome.Unknown;
    }

    /// <summary>Null when nobody knows.</summary>
    public async Task<Refusal?> CallOff(Guid incident, Caller caller)
    {
        try
        {
            return await Grain.CallOff(incident, caller);
        }
        catch (Exception exception)
        {
            LogUnknown(exception, incident);
            return null;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Incident {Incident}: no answer")]
    private partial void LogUnknown(Exception exception, Guid incident);
}
