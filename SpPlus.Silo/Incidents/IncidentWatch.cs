using SpPlus.Contracts.Accounts;
using SpPlus.Contracts.Experiences;
using SpPlus.Contracts.Incidents;
using SpPlus.Silo.Projections;

namespace SpPlus.Silo.Incidents;

/// <summary>
/// Gives incidents' responses, in every silo. A row leaves the queue only when its experience has answered: dying in between repeats the same
/// operation, which changes nothing. See docs/adr/0016-an-incident-is-rows.md.
/// </summary>
internal sealed partial class IncidentWatch(
    IncidentTable incidents,
    IGrainFactory grains,
    QueueSignal<IncidentWatch> signal,
    IHostApplicationLifetime lifetime,
    TimeProvider time,
    ILogger<IncidentWatch> logger) : QueueWorker<IncidentWatch>(signal, lifetime, time, logger)
{
    private const int BatchSize = 16;

    protected override TimeSpan Interval { get; } = TimeSpan.FromSeconds(5);

    public override async Task<bool> DoDue(CancellationToken cancellation)
    {
        var due = await incidents.Due(BatchSize, cancellation);
        var settled = await Task.WhenAll(due.Select(Give));
        return due.Count == BatchSize && settled.Any(s => s);
    }

    private async Task<bool> Give(DueResponse due)
    {
        var outcome = IncidentOutcome.Waiting;
        try
        {
            var result = await grains.GetGrain<IExperienceGrain>(due.Experience.Value).Execute(due.Command(), Caller.Agent(due.OpenedBy));
            outcome = OutcomeOf(result.Refusal);
        }
        catch (Exception exception)
        {
            LogUnknown(exception, due.Incident, due.Experience.Value);
        }

        await incidents.Settle(due, outcome);
        return outcome != IncidentOutcome.Waiting;
    }

    private static IncidentOutcome OutcomeOf(Refusal refusal) => refusal switch
    {
        Refusal.None => IncidentOutcome.Given,
        Refusal.Unavailable => IncidentOutcome.Waiting,
        Refusal.WrongStatus => IncidentOutcome.NotPublic,
        Refusal.AlreadyAnswered => IncidentOutcome.AlreadyAnswered,
        Refusal.AlreadyConcerned => IncidentOutcome.BeingAnswered,
        _ => IncidentOutcome.Refused,
    };

    [LoggerMessage(Level = LogLevel.Warning, Message = "Incident {Incident}: whether experience {Experience} has its response is unknown; it is asked again")]
    private partial void LogUnknown(Exception exception, Guid incident, string experience);
}
