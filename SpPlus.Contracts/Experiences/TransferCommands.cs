using SpPlus.Contracts.Structures;

namespace SpPlus.Contracts.Experiences;

/// <summary>
/// Asks that another structure take the experience over (ROUTE-3, ROUTE-4). The asking one stays concerned until it is accepted.
/// One request at a time for a structure.
/// </summary>
[GenerateSerializer, Immutable, Alias("spplus.request-transfer.v1")]
public sealed record RequestTransfer : ResponseCommand
{
    [Id(0)] public required StructureId To { get; init; }

    /// <summary>1 to 1,000 characters, for whoever decides and for the receiver.</summary>
    [Id(1)] public required string Reason { get; init; }
}

/// <summary>The nearest common ancestor's super agents, or the DITP, put the other structure in this one's place.</summary>
[GenerateSerializer, Immutable, Alias("spplus.accept-transfer.v1")]
public sealed record AcceptTransfer : ResponseCommand, IResolvesTransfer
{
    [Id(0)] public DateTimeOffset? RequestedAt { get; init; }
}

/// <summary>The nearest common ancestor's super agents, or the DITP, leave the experience where it is.</summary>
[GenerateSerializer, Immutable, Alias("spplus.refuse-transfer.v1")]
public sealed record RefuseTransfer : ResponseCommand, IResolvesTransfer
{
    /// <summary>1 to 1,000 characters.</summary>
    [Id(0)] public required string Reason { get; init; }
    [Id(1)] public DateTimeOffset? RequestedAt { get; init; }
}

public interface IResolvesTransfer
{
    /// <summary>The request that is meant, where the response's version is not known: the expected version is then not looked at.</summary>
    DateTimeOffset? RequestedAt { get; }
}

/// <summary>The asking structure asks no more.</summary>
[GenerateSerializer, Immutable, Alias("spplus.withdraw-transfer.v1")]
public sealed record WithdrawTransfer : ResponseCommand;
