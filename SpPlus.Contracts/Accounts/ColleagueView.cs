using SpPlus.Contracts.Structures;

namespace SpPlus.Contracts.Accounts;

/// <summary>Somebody who may write a structure's response.</summary>
[GenerateSerializer, Immutable, Alias("spplus.colleague-view.v1")]
public sealed record ColleagueView
{
    [Id(0)] public required string Subject { get; init; }

    /// <summary>First name and initial.</summary>
    [Id(1)] public required string Name { get; init; }
    [Id(2)] public required StructureId Structure { get; init; }
}
