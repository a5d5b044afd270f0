using SpPlus.Contracts.Incidents;

namespace SpPlus.Faults.Load;

internal enum Outcome
{
    /// <summary>No answer came, or that it could not be tried: it may be recorded or not.</summary>
    Unknown,

    /// <summary>Somebody was told that it is durable.</summary>
    Accepted,

    /// <summary>Somebody was told that it is not done.</summary>
    Refused,
}

/// <summary>A command as it was sent, by one caller to one stream of facts.</summary>
/// <param name="Operation">The same for every attempt.</param>
/// <param name="Stream">An experience's or an improvement action's reference.</param>
/// <param name="Caller">Sends one after another.</param>
/// <param name="Order">Among what the caller sent.</param>
/// <param name="Command">Its type.</param>
internal sealed record Sent(Guid Operation, string Stream, int Caller, int Order, string Command)
{
    public Guid Operation { get; set; } = Operation;

    /// <summary>Posted to the web, which gives it an operation of its own.</summary>
    public bool IsForm { get; init; }

    /// <summary>What it opened or called off: rows, and then one operation for each of its experiences.</summary>
    public OpenIncident? Incident { get; init; }

    public Outcome Outcome { get; set; }

    /// <summary>Why it was refused.</summary>
    public string Reason { get; set; } = "";

    public TimeSpan At { get; set; }
}
