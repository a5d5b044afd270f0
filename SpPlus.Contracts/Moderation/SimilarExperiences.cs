using System.Collections.Immutable;
using SpPlus.Contracts.Experiences;

namespace SpPlus.Contracts.Moderation;

/// <summary>Experiences that tell something like another one, the closest first.</summary>
[GenerateSerializer, Immutable, Alias("spplus.similar-experiences.v1")]
public sealed record SimilarExperiences
{
    [Id(0)] public ImmutableArray<SimilarExperience> Public { get; init; } = [];
    [Id(1)] public ImmutableArray<SimilarExperience> Waiting { get; init; } = [];

    /// <summary>How many of those that wait for moderation were compared: the newest.</summary>
    [Id(2)] public int WaitingCompared { get; init; }

    /// <summary>There was no time to read them all: asked again in a moment, there will be.</summary>
    [Id(3)] public bool IsPartial { get; init; }
}

[GenerateSerializer, Immutable, Alias("spplus.similar-experience.v1")]
public sealed record SimilarExperience
{
    [Id(0)] public required ExperienceId Experience { get; init; }
    [Id(1)] public required string Title { get; init; }
    [Id(2)] public required ExperienceStatus Status { get; init; }

    /// <summary>When it was published; for one that waits, when it was sent.</summary>
    [Id(3)] public required DateTimeOffset At { get; init; }

    /// <summary>Of the words of both, those that are in both: 0 to 100.</summary>
    [Id(4)] public required int SharedWords { get; init; }

    /// <summary>Whole passages are the same.</summary>
    [Id(5)] public required bool MaybeSame { get; init; }

    /// <summary>Without the words: answers may be logged.</summary>
    public override string ToString() => $"{nameof(SimilarExperience)} {Experience}";
}
