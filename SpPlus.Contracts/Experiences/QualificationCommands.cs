using System.Collections.Immutable;
using SpPlus.Contracts.Structures;

namespace SpPlus.Contracts.Experiences;

/// <summary>Sets the channels and feelings of one's own structure (QUAL-1).</summary>
[GenerateSerializer, Immutable, Alias("spplus.qualify-channels.v1")]
public sealed record QualifyChannels : ExperienceCommand
{
    [Id(0)] public required StructureId Structure { get; init; }
    [Id(1)] public required int ExpectedVersion { get; init; }
    [Id(2)] public required ImmutableArray<ChannelFeeling> Channels { get; init; }
}

/// <summary>Sets the general tags, shared by all structures (QUAL-1).</summary>
[GenerateSerializer, Immutable, Alias("spplus.qualify-general-tags.v1")]
public sealed record QualifyGeneralTags : ExperienceCommand
{
    [Id(0)] public required int ExpectedVersion { get; init; }
    [Id(1)] public required ImmutableArray<TagFeeling> Tags { get; init; }
}

/// <summary>Sets the business tags, from the vocabulary of the structure's network (QUAL-1).</summary>
[GenerateSerializer, Immutable, Alias("spplus.qualify-business-tags.v1")]
public sealed record QualifyBusinessTags : ExperienceCommand
{
    [Id(0)] public required StructureId Structure { get; init; }
    [Id(1)] public required int ExpectedVersion { get; init; }
    [Id(2)] public required ImmutableArray<string> Tags { get; init; }
}

/// <summary>Notes the service improvements to consider: some of the list, and words (QUAL-1).</summary>
[GenerateSerializer, Immutable, Alias("spplus.note-improvements.v1")]
public sealed record NoteImprovements : ExperienceCommand
{
    [Id(0)] public required StructureId Structure { get; init; }
    [Id(1)] public required int ExpectedVersion { get; init; }
    [Id(2)] public required ImmutableArray<string> Improvements { get; init; }
    [Id(3)] public string? Words { get; init; }
}
