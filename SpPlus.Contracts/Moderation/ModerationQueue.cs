using System.Collections.Immutable;
using SpPlus.Contracts.Experiences;
using SpPlus.Contracts.Structures;

namespace SpPlus.Contracts.Moderation;

[GenerateSerializer, Immutable, Alias("spplus.moderation-queue-query.v1")]
public sealed record ModerationQueueQuery
{
    /// <summary>The page after this item: <see cref="ModerationQueue.Next"/> of the page before.</summary>
    [Id(0)] public string? After { get; init; }

    /// <summary>1 to 100.</summary>
    [Id(1)] public int Limit { get; init; } = 25;
}

[GenerateSerializer, Immutable, Alias("spplus.moderation-queue.v1")]
public sealed record ModerationQueue
{
    [Id(0)] public required ImmutableArray<ModerationItem> Items { get; init; }
    [Id(1)] public required int Count { get; init; }
    [Id(2)] public string? Next { get; init; }
}

[GenerateSerializer, Immutable, Alias("spplus.moderation-item.v1")]
public sealed record ModerationItem
{
    [Id(0)] public required ExperienceId Experience { get; init; }

    /// <summary>As sent; readable by the DITP only.</summary>
    [Id(1)] public required string Title { get; init; }
    [Id(2)] public required DateTimeOffset SubmittedAt { get; init; }
    [Id(3)] public required Feeling Feeling { get; init; }
    [Id(4)] public string? Department { get; init; }
    [Id(5)] public ImmutableArray<StructureId> Services { get; init; } = [];

    /// <summary>The text as sent is there and does not open: the title is then empty.</summary>
    [Id(6)] public bool IsTextUnreadable { get; init; }
}
