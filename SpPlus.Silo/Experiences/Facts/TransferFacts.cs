using SpPlus.Contracts.Structures;

namespace SpPlus.Silo.Experiences.Facts;

internal sealed record TransferRequested : Fact
{
    public required StructureId Structure { get; init; }
    public required StructureId To { get; init; }
    public required string Reason { get; init; }

    /// <summary>Whose super agents may resolve it; null: the DITP alone.</summary>
    public StructureId? Approver { get; init; }
    public required DateTimeOffset ExpiresAt { get; init; }
}

internal sealed record TransferAccepted : Fact
{
    public required StructureId Structure { get; init; }
    public required StructureId To { get; init; }
}

internal sealed record TransferRefused : Fact
{
    public required StructureId Structure { get; init; }
    public required string Reason { get; init; }
}

internal sealed record TransferWithdrawn : Fact
{
    public required StructureId Structure { get; init; }
}

/// <summary>Nobody resolved it in time: it stays with the DITP alone.</summary>
internal sealed record TransferExpired : Fact
{
    public required StructureId Structure { get; init; }
}
