namespace SpPlus.Contracts.Experiences;

/// <summary>
/// Words of the author's text that a moderator looks at (PII-1, MOD-2). Named by the words, not by their place: what is masked is masked
/// wherever it stands, also in a text that was edited meanwhile.
/// </summary>
[GenerateSerializer, Immutable, Alias("spplus.text-passage.v1")]
public sealed record TextPassage
{
    [Id(0)] public required string Text { get; init; }

    /// <summary>What it looks like; null when a moderator chose it.</summary>
    [Id(1)] public PersonalDataKind? Kind { get; init; }

    /// <summary>Without the words: calls may be logged.</summary>
    public override string ToString() => $"{nameof(TextPassage)} {Kind}";
}
