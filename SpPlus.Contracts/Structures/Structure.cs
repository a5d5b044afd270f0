using System.Collections.Immutable;

namespace SpPlus.Contracts.Structures;

/// <summary>An administration's unit. A network's root has no parent.</summary>
[GenerateSerializer, Immutable, Alias("spplus.structure.v1")]
public sealed record Structure
{
    [Id(0)] public required StructureId Id { get; init; }
    [Id(1)] public StructureId? Parent { get; init; }
    [Id(2)] public required string Name { get; init; }
    [Id(3)] public required string Kind { get; init; }
    [Id(4)] public string? Department { get; init; }

    /// <summary>Other names it is known by: for search and import.</summary>
    [Id(5)] public ImmutableArray<string> Aliases { get; init; } = [];
}
