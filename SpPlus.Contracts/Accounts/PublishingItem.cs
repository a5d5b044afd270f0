using SpPlus.Contracts.Experiences;
using SpPlus.Contracts.Structures;

namespace SpPlus.Contracts.Accounts;

/// <summary>A publication of one's structure, or of one below it, that may still be taken back (RESP-5).</summary>
[GenerateSerializer, Immutable, Alias("spplus.publishing-item.v1")]
public sealed record PublishingItem
{
    [Id(0)] public required ExperienceId Experience { get; init; }
    [Id(1)] public required StructureId Structure { get; init; }
    [Id(2)] public required string Title { get; init; }
    [Id(3)] public required DateTimeOffset ClosesAt { get; init; }

    /// <summary>False: the experience's own page says whether the caller may.</summary>
    [Id(4)] public bool MayTakeBack { get; init; } = true;
}
