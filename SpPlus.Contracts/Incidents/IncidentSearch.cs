using System.Collections.Immutable;
using SpPlus.Contracts.Experiences;
using SpPlus.Contracts.Structures;

namespace SpPlus.Contracts.Incidents;

[GenerateSerializer, Immutable, Alias("spplus.incident-search.v1")]
public sealed record IncidentSearch
{
    [Id(0)] public string? Words { get; init; }

    /// <summary>With its descendants.</summary>
    [Id(1)] public StructureId? Structure { get; init; }

    /// <summary>Published on that day or later, as days are counted in Paris.</summary>
    [Id(2)] public DateOnly? From { get; init; }

    /// <summary>That day included.</summary>
    [Id(3)] public DateOnly? To { get; init; }

    /// <summary>The page after this item: <see cref="IncidentChoices.Next"/> of the page before.</summary>
    [Id(4)] public string? After { get; init; }

    /// <summary>1 to 100.</summary>
    [Id(5)] public int Limit { get; init; } = 50;
}

[GenerateSerializer, Immutable, Alias("spplus.incident-choices.v1")]
public sealed record IncidentChoices
{
    [Id(0)] public required ImmutableArray<IncidentChoice> Items { get; init; }
    [Id(1)] public string? Next { get; init; }
}

[GenerateSerializer, Immutable, Alias("spplus.incident-choice.v1")]
public sealed record IncidentChoice
{
    [Id(0)] public required ExperienceId Experience { get; init; }
    [Id(1)] public required string Title { get; init; }
    [Id(2)] public required DateTimeOffset PublishedAt { get; init; }

    /// <summary>The DITP has answered it already: it will be left as it is.</summary>
    [Id(3)] public bool IsAnswered { get; init; }

    /// <summary>Without the words: answers may be logged.</summary>
    public override string ToString() => $"{nameof(IncidentChoice)} {Experience}";
}
