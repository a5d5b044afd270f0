using SpPlus.Contracts.Structures;

namespace SpPlus.Contracts.Experiences;

/// <summary>
/// A text as it is being typed (RESP-2): kept for its writer beside the structure's draft, so that neither another's save nor a closed
/// browser loses it. Not a command: nothing of the experience changes, nobody's version moves. The last one of each writer is kept.
/// </summary>
[GenerateSerializer, Immutable, Alias("spplus.keep-text.v1")]
public sealed record KeepText
{
    [Id(0)] public required StructureId Structure { get; init; }

    /// <summary>The response's version that the text was begun on.</summary>
    [Id(1)] public required int Version { get; init; }

    /// <summary>Up to 20,000 characters: more than may be published, so that what is too long is not lost either.</summary>
    [Id(2)] public required ResponseText Response { get; init; }
}
