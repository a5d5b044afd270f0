using SpPlus.Contracts.Experiences;
using SpPlus.Contracts.Structures;

namespace SpPlus.Contracts.Accounts;

/// <summary>Where an item stands in a list of the inbox: what comes before and after it, also once it has left the list itself.</summary>
[GenerateSerializer, Immutable, Alias("spplus.inbox-place.v1")]
public sealed record InboxPlace
{
    /// <summary>A list is not counted further.</summary>
    public const int Furthest = 1_000;

    /// <summary>From 1; null when the item left the list, or is further than <see cref="Furthest"/>.</summary>
    [Id(0)] public int? Position { get; init; }

    /// <summary>How many the list holds; null when there are more than <see cref="Furthest"/>.</summary>
    [Id(1)] public int? Count { get; init; }
    [Id(2)] public InboxNeighbour? Previous { get; init; }
    [Id(3)] public InboxNeighbour? Next { get; init; }

    /// <summary>The page that begins with the item: <see cref="InboxQuery.After"/>. Null for the first of all.</summary>
    [Id(4)] public string? After { get; init; }
}

[GenerateSerializer, Immutable, Alias("spplus.inbox-neighbour.v1")]
public sealed record InboxNeighbour
{
    [Id(0)] public required ExperienceId Experience { get; init; }
    [Id(1)] public required StructureId Structure { get; init; }
}
