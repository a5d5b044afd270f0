using System.Collections.Immutable;
using SpPlus.Contracts.Experiences;
using SpPlus.Contracts.Structures;

namespace SpPlus.Web.Experiences;

/// <summary>A published experience as everybody may read it (PUB-1): no agent, no comment, no draft.</summary>
public sealed record PublicExperience
{
    public required ExperienceId Id { get; init; }
    public required string Title { get; init; }

    /// <summary>In a list, its beginning.</summary>
    public required string Story { get; init; }
    public string? Pseudonym { get; init; }
    public required DateOnly ContactDate { get; init; }
    public string? Department { get; init; }
    public string? Country { get; init; }
    public required Feeling Feeling { get; init; }
    public string? Procedure { get; init; }
    public required DateTimeOffset WrittenAt { get; init; }
    public required DateTimeOffset PublishedAt { get; init; }
    public required bool Moderated { get; init; }
    public required AnswerStatus AnswerStatus { get; init; }
    public ImmutableArray<TagFeeling> GeneralTags { get; init; } = [];
    public ImmutableArray<PublicStanding> Standings { get; init; } = [];
}

/// <summary>A concerned structure and its answer, if any. One that declared itself not concerned is not shown.</summary>
public sealed record PublicStanding
{
    public required StructureId Structure { get; init; }
    public required ResponseStatus Status { get; init; }
    public ImmutableArray<ChannelFeeling> Channels { get; init; } = [];
    public ImmutableArray<string> BusinessTags { get; init; } = [];
    public ImmutableArray<string> Improvements { get; init; } = [];
    public string? Courtesy { get; init; }
    public string? Response { get; init; }
    public string? Signature { get; init; }
    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>When it first answered; before <see cref="PublishedAt"/> for an answer that was amended.</summary>
    public DateTimeOffset? AnsweredAt { get; init; }

    /// <summary>2 and more for an answer that was amended (RESP-5).</summary>
    public int Version { get; init; }

    /// <summary>The version that it adopted: of a later one it has not said that it is its answer too (RESP-3).</summary>
    public int? AdoptedVersion { get; init; }

    /// <summary>The structure whose response this one completes.</summary>
    public StructureId? Complements { get; init; }

    /// <summary>The structure whose response is also this one's.</summary>
    public StructureId? Adopted { get; init; }

    /// <summary>The author's public verdict.</summary>
    public bool? Useful { get; init; }
}
