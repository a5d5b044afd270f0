using System.Collections.Immutable;
using SpPlus.Contracts.Structures;

namespace SpPlus.Silo.Experiences;

internal sealed record Comment
{
    public required int Number { get; init; }

    /// <summary>Where it stands in the history: what one has read up to is compared with it.</summary>
    public int Sequence { get; init; }
    public required Actor By { get; init; }
    public required DateTimeOffset At { get; init; }
    public required string Text { get; init; }
    public ImmutableArray<StructureId> Mentions { get; init; } = [];

    /// <summary>Nobody reads its words any more (COMM-1).</summary>
    public bool IsMasked { get; init; }
}
