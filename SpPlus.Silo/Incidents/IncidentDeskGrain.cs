using System.Collections.Immutable;
using Microsoft.Extensions.Options;
using Orleans.Concurrency;
using SpPlus.Contracts.Accounts;
using SpPlus.Contracts.Experiences;
using SpPlus.Contracts.Incidents;
using SpPlus.Silo.Accounts;
using SpPlus.Silo.Deadlines;
using SpPlus.Silo.Experiences.Decisions;
using SpPlus.Silo.Projections;
using SpPlus.Silo.Reference;

namespace SpPlus.Silo.Incidents;

/// <summary>Looks the account up, checks what is asked, and writes down what is to be done: the watch does it.</summary>
[StatelessWorker]
internal sealed class IncidentDeskGrain(
    AccountDirectory accounts, ReferenceLibrary reference, IncidentQueries queries, IncidentProgress progress, IncidentTable incidents,
    QueueSignal<IncidentWatch> signal, IOptions<DeadlineOptions> deadlines) : Grain, IIncidentDeskGrain
{
    public async Task<IncidentChoices?> Search(IncidentSearch search, Caller caller) =>
        Steward(caller) is null ? null : await queries.Search(search, reference.Current.Structures);

    public async Task<ImmutableArray<IncidentChoice>?> Chosen(ImmutableArray<ExperienceId> experiences, Caller caller) =>
        Steward(caller) is null ? null : await queries.Chosen(experiences.Take(OpenIncident.MaximumExperiences));

    public Task<CommandResult> Check(OpenIncident incident, Caller caller) =>
        Task.FromResult(Steward(caller) is null ? Refused(Refusal.NotFound) : IncidentCheck.Of(incident, reference.Current).Result);

    public async Task<CommandResult> Open(OpenIncident incident, Caller caller)
    {
        if (Steward(caller) is not { } account) return Refused(Refusal.NotFound);
        var (clean, result) = IncidentCheck.Of(incident, reference.Current);
        if (!result.Accepted) return result;
        var minutes = reference.Current.UndoMinutes(StandingResponseDecisions.Structure);
        await incidents.Open(clean, account, minutes is { } some ? TimeSpan.FromMinutes(some) : deadlines.Value.UndoWindow);
        signal.Raise();
        return result;
    }

    public async Task<Refusal> CallOff(Guid incident, Caller caller)
    {
        if (Steward(caller) is not { } account) return Refusal.NotFound;
        if (await incidents.CallOff(incident, account)) return Refusal.None;
        return await progress.Read(incident) switch
        {
            null => Refusal.NotFound,
            { Summary.CalledOffAt: not null } => Refusal.None,
            _ => Refusal.TooLate,
        };
    }

    public async Task<ImmutableArray<IncidentSummary>?> List(Caller caller) => Steward(caller) is null ? null : await progress.List();

    public async Task<IncidentView?> Read(Guid incident, Caller caller) => Steward(caller) is null ? null : await progress.Read(incident);

    private static CommandResult Refused(Refusal refusal) => new() { Refusal = refusal };

    private Account? Steward(Caller caller) => accounts.Find(caller.Subject) is { IsSteward: true } account ? account : null;
}
