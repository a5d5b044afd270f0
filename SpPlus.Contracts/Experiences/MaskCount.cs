namespace SpPlus.Contracts.Experiences;

/// <summary>How many passages of a kind were masked: the reason, without the words (MOD-2).</summary>
[GenerateSerializer, Immutable, Alias("spplus.mask-count.v1")]
public sealed record MaskCount
{
    /// <summary>Null: what a moderator chose.</summary>
    [Id(0)] public PersonalDataKind? Kind { get; init; }
    [Id(1)] public required int Count { get; init; }
}
