using System.Collections.Immutable;
using SpPlus.Contracts.Structures;

namespace SpPlus.Silo.Experiences.Facts;

internal sealed record CommentAdded : Fact
{
    public required string Text { get; init; }

    /// <summary>Null in facts from before there were mentions.</summary>
    public ImmutableArray<StructureId>? Mentions { get; init; }
}

internal sealed record CommentMasked : Fact
{
    public required int Number { get; init; }
    public required string Reason { get; init; }
}
