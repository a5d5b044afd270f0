using SpPlus.Contracts.Structures;

namespace SpPlus.Contracts.Experiences;

/// <summary>Replaces a structure by one of its own descendants, alone and at once (ROUTE-2). The old one's draft stays readable.</summary>
[GenerateSerializer, Immutable, Alias("spplus.replace-structure.v1")]
public sealed record ReplaceStructure : ExperienceCommand
{
    [Id(0)] public required StructureId Structure { get; init; }
    [Id(1)] public required StructureId By { get; init; }
}

/// <summary>A structure says it is not concerned, when another concerned structure remains (ROUTE-7).</summary>
[GenerateSerializer, Immutable, Alias("spplus.declare-not-concerned.v1")]
public sealed record DeclareNotConcerned : ExperienceCommand
{
    [Id(0)] public required StructureId Structure { get; init; }
    [Id(1)] public required string Reason { get; init; }
    [Id(2)] public required int ExpectedVersion { get; init; }
}
