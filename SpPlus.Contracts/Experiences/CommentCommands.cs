using System.Collections.Immutable;
using SpPlus.Contracts.Structures;

namespace SpPlus.Contracts.Experiences;

/// <summary>Adds to the agents' thread (COMM-1): up to 4,000 characters, never public.</summary>
[GenerateSerializer, Immutable, Alias("spplus.comment-on-experience.v1")]
public sealed record CommentOnExperience : ExperienceCommand
{
    [Id(0)] public required string Text { get; init; }

    /// <summary>Concerned structures, or <c>ditp</c>, that are told of it.</summary>
    [Id(1)] public ImmutableArray<StructureId> Mentions { get; init; } = [];

    /// <summary>The passages that look like personal data and that somebody has looked at: others are refused (PII-1).</summary>
    [Id(2)] public ImmutableArray<string> Reviewed { get; init; } = [];
}

/// <summary>The DITP hides a comment's words from everybody; that it was there, and who hid it, stays (COMM-1).</summary>
[GenerateSerializer, Immutable, Alias("spplus.mask-comment.v1")]
public sealed record MaskComment : ExperienceCommand
{
    [Id(0)] public required int Number { get; init; }
    [Id(1)] public required string Reason { get; init; }
}
