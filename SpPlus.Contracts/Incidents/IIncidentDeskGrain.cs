using System.Collections.Immutable;
using Orleans.Concurrency;
using SpPlus.Contracts.Accounts;
using SpPlus.Contracts.Experiences;

namespace SpPlus.Contracts.Incidents;

/// <summary>
/// One standing response for many experiences of one incident. The DITP's alone: everybody else is answered null, or
/// <see cref="Refusal.NotFound"/>. Key: 0.
/// </summary>
[Alias("spplus.incident-desk-grain")]
public interface IIncidentDeskGrain : IGrainWithIntegerKey
{
    /// <summary>Public experiences to choose from, the newest first.</summary>
    [ReadOnly, Alias("search")]
    Task<IncidentChoices?> Search(IncidentSearch search, Caller caller);

    /// <summary>Those that are public, in the order given.</summary>
    [ReadOnly, Alias("chosen")]
    Task<ImmutableArray<IncidentChoice>?> Chosen(ImmutableArray<ExperienceId> experiences, Caller caller);

    /// <summary>What opening would answer; nothing is opened.</summary>
    [ReadOnly, Alias("check")]
    Task<CommandResult> Check(OpenIncident incident, Caller caller);

    /// <summary>
    /// Accepted means durable: each experience gets the response once, whatever dies, from the moment that it may not be called off any
    /// more. The same incident opened again changes nothing. When it throws, open it again.
    /// </summary>
    [Alias("open")]
    Task<CommandResult> Open(OpenIncident incident, Caller caller);

    /// <summary>Before the first response is given; afterwards <see cref="Refusal.TooLate"/>. Called off twice, it is once.</summary>
    [Alias("call-off")]
    Task<Refusal> CallOff(Guid incident, Caller caller);

    /// <summary>The newest hundred.</summary>
    [ReadOnly, Alias("list")]
    Task<ImmutableArray<IncidentSummary>?> List(Caller caller);

    /// <summary>Null also when there is none.</summary>
    [ReadOnly, Alias("read")]
    Task<IncidentView?> Read(Guid incident, Caller caller);
}
