using System.Collections.Immutable;
using SpPlus.Contracts.Experiences;

namespace SpPlus.Contracts.Audience;

/// <summary>Where an experience stands, for those who have it open: enough to make up for every hint that was lost.</summary>
[GenerateSerializer, Immutable, Alias("spplus.audience-view.v1")]
public sealed record AudienceView
{
    /// <summary>Of the last fact.</summary>
    [Id(0)] public required int Sequence { get; init; }
    [Id(1)] public required int CommentCount { get; init; }

    /// <summary>Those after the known ones, oldest first; empty when there are too many to carry.</summary>
    [Id(2)] public ImmutableArray<CommentView> Comments { get; init; } = [];
    [Id(3)] public required Presence Presence { get; init; }

    /// <summary>Those of the people named who may not see it, or no longer (RIGHT-2).</summary>
    [Id(4)] public ImmutableArray<string> Refused { get; init; } = [];

    /// <summary>Without the words: calls and their answers may be logged.</summary>
    public override string ToString() => $"{nameof(AudienceView)} at {Sequence}";
}
