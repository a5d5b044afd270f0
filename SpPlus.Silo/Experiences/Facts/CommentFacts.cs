using System.Collections.Immutable;
using SpPlus.Contracts.Structures;

namespace SpPlus.Silo.Experiences.Facts;

internal sealed record CommentAdded : Fact
{
    public required string Text { get; init; }
}

/// <summary>Apart from the comment: comments are by far the most frequent facts, and few of them tell anybody.</summary>
internal sealed record StructuresMentioned : Fact
{
    public required int Number { get; init; }
    public required ImmutableArray<StructureId> Structures { get; init; }
}

internal sealed record CommentMasked : Fact
{
    public required int Number { get; init; }
    public required string Reason { get; init; }
}
