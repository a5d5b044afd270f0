using System.Collections.Immutable;
using SpPlus.Contracts.Experiences;
using SpPlus.Contracts.Structures;

namespace SpPlus.Contracts.Accounts;

[GenerateSerializer, Immutable, Alias("spplus.transfer-query.v1")]
public sealed record TransferQuery
{
    /// <summary>The page after this item: <see cref="TransferQueue.Next"/> of the page before.</summary>
    [Id(0)] public string? After { get; init; }

    /// <summary>1 to 100.</summary>
    [Id(1)] public int Limit { get; init; } = 25;
}

/// <summary>The transfers that wait to be resolved (ROUTE-3, ROUTE-4).</summary>
[GenerateSerializer, Immutable, Alias("spplus.transfer-queue.v1")]
public sealed record TransferQueue
{
    /// <summary>
    /// Those that the caller resolves first, longest waiting first; then those that the caller's structures asked for and others
    /// resolve. For the DITP all, those that it resolves alone first.
    /// </summary>
    [Id(0)] public required ImmutableArray<TransferItem> Items { get; init; }

    /// <summary>How many the caller may resolve.</summary>
    [Id(1)] public required int Count { get; init; }
    [Id(2)] public string? Next { get; init; }
}

[GenerateSerializer, Immutable, Alias("spplus.transfer-item.v1")]
public sealed record TransferItem
{
    [Id(0)] public required ExperienceId Experience { get; init; }
    [Id(1)] public required string Title { get; init; }
    [Id(2)] public required StructureId Structure { get; init; }
    [Id(3)] public required StructureId To { get; init; }
    [Id(4)] public required string Reason { get; init; }
    [Id(5)] public required string By { get; init; }
    [Id(6)] public required DateTimeOffset At { get; init; }
    [Id(7)] public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>The structure whose super agents may resolve it with the DITP; null: the DITP alone.</summary>
    [Id(8)] public StructureId? Approver { get; init; }

    /// <summary>How many times the experience was transferred already: from the third on it is flagged (ROUTE-5).</summary>
    [Id(9)] public int Transfers { get; init; }

    /// <summary>The caller may accept or refuse it.</summary>
    [Id(10)] public bool MayResolve { get; init; }
}
