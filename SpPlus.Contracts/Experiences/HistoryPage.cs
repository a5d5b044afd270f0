using System.Collections.Immutable;

namespace SpPlus.Contracts.Experiences;

[GenerateSerializer, Immutable, Alias("spplus.history-page.v1")]
public sealed record HistoryPage
{
    /// <summary>The newest that match, oldest first.</summary>
    [Id(0)] public required ImmutableArray<HistoryEntry> Entries { get; init; }

    /// <summary>Where the page of older ones begins; null when there are none.</summary>
    [Id(1)] public int? Older { get; init; }
}
