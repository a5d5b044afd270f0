using System.Collections.Immutable;
using SpPlus.Contracts.Structures;

namespace SpPlus.Contracts.Experiences;

/// <summary>Publishes the text exactly as it was sent, and routes it (MOD-1, ROUTE-1). DITP only.</summary>
[GenerateSerializer, Immutable, Alias("spplus.publish-experience.v1")]
public sealed record PublishExperience : ExperienceCommand
{
    /// <summary>One or several.</summary>
    [Id(0)] public required ImmutableArray<StructureId> Structures { get; init; }

    /// <summary>Passages that look like personal data and were looked at: they stay (PII-1).</summary>
    [Id(1)] public ImmutableArray<string> Reviewed { get; init; } = [];
}

/// <summary>Publishes an edited or masked text and routes it (MOD-1, MOD-2); the author is told why (MOD-3). DITP only.</summary>
[GenerateSerializer, Immutable, Alias("spplus.publish-experience-after-moderation.v1")]
public sealed record PublishExperienceAfterModeration : ExperienceCommand
{
    [Id(0)] public required ImmutableArray<StructureId> Structures { get; init; }
    [Id(1)] public required string Title { get; init; }
    [Id(2)] public required string Story { get; init; }
    [Id(3)] public string? Pseudonym { get; init; }

    /// <summary>Words to the author; up to 1,000 characters. Required, unless the text differs by <see cref="Masks"/> alone: they say why.</summary>
    [Id(4)] public required string Words { get; init; }

    /// <summary>The démarche as it will be public; up to 150 characters. Null publishes none.</summary>
    [Id(5)] public string? Procedure { get; init; }

    /// <summary>What the public reads <c>[…]</c> for, wherever it stands in the texts above; 200 at most (MOD-2).</summary>
    [Id(6)] public ImmutableArray<TextPassage> Masks { get; init; } = [];

    /// <summary>As in <see cref="PublishExperience"/>.</summary>
    [Id(7)] public ImmutableArray<string> Reviewed { get; init; } = [];
}

/// <summary>Refuses publication with a reason of the list, and words to the author (MOD-1, MOD-3). DITP only.</summary>
[GenerateSerializer, Immutable, Alias("spplus.reject-experience.v1")]
public sealed record RejectExperience : ExperienceCommand
{
    [Id(0)] public required string Reason { get; init; }
    [Id(1)] public string? Words { get; init; }
}

/// <summary>Sets the concerned structures of a published experience (ROUTE-1). A structure that has answered stays. DITP only.</summary>
[GenerateSerializer, Immutable, Alias("spplus.route-experience.v1")]
public sealed record RouteExperience : ExperienceCommand
{
    [Id(0)] public required ImmutableArray<StructureId> Structures { get; init; }

    /// <summary>The routing's version as it was read.</summary>
    [Id(1)] public required int ExpectedVersion { get; init; }
}

/// <summary>Takes a published experience off every public page, with a reason (MOD-4). DITP only.</summary>
[GenerateSerializer, Immutable, Alias("spplus.unpublish-experience.v1")]
public sealed record UnpublishExperience : ExperienceCommand
{
    [Id(0)] public required string Reason { get; init; }
}
