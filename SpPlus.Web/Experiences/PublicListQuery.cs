using System.Collections.Immutable;
using SpPlus.Contracts.Experiences;
using SpPlus.Contracts.Structures;

namespace SpPlus.Web.Experiences;

public sealed record PublicListQuery
{
    public const int MaximumLimit = 100;

    /// <summary>With all its descendants.</summary>
    public StructureId? Structure { get; init; }
    public string? Department { get; init; }
    public Feeling? Feeling { get; init; }
    public AnswerStatus? Answer { get; init; }

    /// <summary><see cref="PublicList.Next"/> of the page before.</summary>
    public string? After { get; init; }
    public int Limit { get; init; } = 20;

    /// <summary>Else only their beginnings.</summary>
    public bool WholeStories { get; init; }
}

/// <summary>Newest first.</summary>
public sealed record PublicList(ImmutableArray<PublicExperience> Items, string? Next);
