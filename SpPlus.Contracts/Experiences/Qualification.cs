using System.Collections.Immutable;
using SpPlus.Contracts.Structures;

namespace SpPlus.Contracts.Experiences;

/// <summary>A channel that was used (an id of the reference list) and how the contact felt, when said.</summary>
[GenerateSerializer, Immutable, Alias("spplus.channel-feeling")]
public sealed record ChannelFeeling
{
    [Id(0)] public required string Channel { get; init; }
    [Id(1)] public Feeling? Feeling { get; init; }
}

/// <summary>A general tag (an id of the reference list) with its own feeling.</summary>
[GenerateSerializer, Immutable, Alias("spplus.tag-feeling")]
public sealed record TagFeeling
{
    [Id(0)] public required string Tag { get; init; }
    [Id(1)] public Feeling? Feeling { get; init; }
}

/// <summary>A service the author names, with the channels used for it (SUBMIT-1).</summary>
[GenerateSerializer, Immutable, Alias("spplus.service-concerned")]
public sealed record ServiceConcerned
{
    [Id(0)] public required StructureId Structure { get; init; }
    [Id(1)] public ImmutableArray<ChannelFeeling> Channels { get; init; } = [];
}
