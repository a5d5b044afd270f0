using System.Collections.Immutable;
using SpPlus.Contracts.Experiences;
using SpPlus.Contracts.Structures;

namespace SpPlus.Silo.Experiences.Facts;

internal sealed record ChannelsQualified : Fact
{
    public required StructureId Structure { get; init; }
    public required ImmutableArray<ChannelFeeling> Channels { get; init; }
}

internal sealed record GeneralTagsQualified : Fact
{
    public required ImmutableArray<TagFeeling> Tags { get; init; }
}

internal sealed record BusinessTagsQualified : Fact
{
    public required StructureId Structure { get; init; }
    public required ImmutableArray<string> Tags { get; init; }
}

internal sealed record ImprovementsNoted : Fact
{
    public required StructureId Structure { get; init; }
    public required ImmutableArray<string> Improvements { get; init; }
    public string? Words { get; init; }
}
