using System.Collections.Immutable;

namespace SpPlus.Contracts.Privacy;

[GenerateSerializer, Immutable, Alias("spplus.texts-to-check.v1")]
public sealed record TextsToCheck
{
    /// <summary>Longer than anything that may be sent: what lies beyond is refused for its length anyway.</summary>
    public const int MaximumLength = 12_000;

    [Id(0)] public required ImmutableArray<string> Texts { get; init; }

    /// <summary>Never in clear, not even in a log that prints records.</summary>
    public override string ToString() => nameof(TextsToCheck);
}
