using System.Collections.Immutable;
using SpPlus.Contracts.Experiences;

namespace SpPlus.Silo.Experiences.Kept;

/// <summary>The texts that are being typed for one structure's response, one a writer.</summary>
internal sealed class KeptTexts
{
    public ImmutableArray<KeptText> Texts { get; set; } = [];
}

[GenerateSerializer, Immutable, Alias("spplus.kept-text.v1")]
internal sealed record KeptText
{
    [Id(0)] public required string Subject { get; init; }
    [Id(1)] public required string Name { get; init; }
    [Id(2)] public required DateTimeOffset At { get; init; }
    [Id(3)] public required int Version { get; init; }
    [Id(4)] public required ResponseText Response { get; init; }

    /// <summary>Typed after its writer's last save, whatever others did meanwhile: there is something in it that would be missed.</summary>
    public bool IsMissing(Standing standing) =>
        Response != standing.Draft?.Response
        && Response != standing.Published?.Response
        && (!standing.SavedBy.TryGetValue(Subject, out var saved) || Version >= saved);
}
