using SpPlus.Contracts.Experiences;
using SpPlus.Contracts.Structures;

namespace SpPlus.Silo.Experiences.Facts;

internal sealed record DraftSaved : Fact
{
    public required StructureId Structure { get; init; }
    public required ResponseText Response { get; init; }
}

internal sealed record ValidationRequested : Fact
{
    public required StructureId Structure { get; init; }
    public required ResponseText Response { get; init; }
}

internal sealed record ResponseSentBack : Fact
{
    public required StructureId Structure { get; init; }
    public required string Word { get; init; }
}

internal sealed record ResponsePublished : Fact
{
    public required StructureId Structure { get; init; }

    /// <summary>1 for the first text, then one more for each amendment.</summary>
    public required int Version { get; init; }
    public required ResponseText Response { get; init; }
}

internal sealed record ResponseAdopted : Fact
{
    public required StructureId Structure { get; init; }
    public required StructureId Adopted { get; init; }
    public required int AdoptedVersion { get; init; }
}

internal sealed record ResponseEvaluated : Fact
{
    public required StructureId Structure { get; init; }
    public required bool Useful { get; init; }
    public int? Clarity { get; init; }
    public string? Words { get; init; }
}

internal sealed record CommentAdded : Fact
{
    public required string Text { get; init; }
}
