using SpPlus.Contracts.Experiences;
using SpPlus.Contracts.Structures;

namespace SpPlus.Contracts.Accounts;

/// <summary>A comment that names the account's structure and that this person has not read (COMM-1).</summary>
[GenerateSerializer, Immutable, Alias("spplus.mention.v1")]
public sealed record Mention
{
    [Id(0)] public required ExperienceId Experience { get; init; }
    [Id(1)] public required string Title { get; init; }

    /// <summary>First name and initial of who wrote it.</summary>
    [Id(2)] public required string By { get; init; }
    [Id(3)] public StructureId? ByStructure { get; init; }
    [Id(4)] public required DateTimeOffset At { get; init; }
}
