using System.Collections.Immutable;
using SpPlus.Contracts.Experiences;
using SpPlus.Contracts.Structures;

namespace SpPlus.Silo.Experiences.Facts;

internal sealed record StructureAttached : Fact
{
    public required StructureId Structure { get; init; }
    public ImmutableArray<ChannelFeeling> Channels { get; init; } = [];
}

internal sealed record StructureDetached : Fact
{
    public required StructureId Structure { get; init; }
}

internal sealed record StructureReplaced : Fact
{
    public required StructureId Structure { get; init; }
    public required StructureId By { get; init; }
}

internal sealed record StructureNotConcerned : Fact
{
    public required StructureId Structure { get; init; }
    public required string Reason { get; init; }
}
