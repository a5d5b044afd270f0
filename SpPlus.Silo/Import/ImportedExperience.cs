using System.Collections.Immutable;
using SpPlus.Contracts.Experiences;

namespace SpPlus.Silo.Import;

/// <summary>One published experience as the source tells it, names and labels still in the source's words.</summary>
internal sealed record ImportedExperience
{
    /// <summary>What makes it the same experience in a second import.</summary>
    public required string Source { get; init; }
    public required string Title { get; init; }
    public required string Story { get; init; }
    public string? Pseudonym { get; init; }
    public string? Procedure { get; init; }
    public required Feeling Feeling { get; init; }
    public string? Department { get; init; }
    public string? Country { get; init; }

    /// <summary>Published with its text changed by moderators.</summary>
    public bool Moderated { get; init; }

    public required DateTimeOffset WrittenAt { get; init; }
    public required DateTimeOffset PublishedAt { get; init; }
    public required DateTimeOffset AnsweredAt { get; init; }

    public ImmutableArray<TagFeeling> GeneralTags { get; init; } = [];
    public ImmutableArray<string> BusinessTags { get; init; } = [];
    public string? Improvement { get; init; }

    /// <summary>In the source's order; never empty.</summary>
    public required ImmutableArray<ImportedStructure> Structures { get; init; }
}

internal sealed record ImportedStructure
{
    public required string Name { get; init; }

    /// <summary>French labels, as they stand.</summary>
    public ImmutableArray<string> Channels { get; init; } = [];
    public string? Response { get; init; }

    /// <summary>The response is the one of the first structure: the source gives one text for several.</summary>
    public bool SharesFirstResponse { get; init; }
}
