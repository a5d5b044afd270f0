namespace SpPlus.Contracts.Experiences;

/// <summary>The author's words as they were sent, for the DITP alone (MOD-2).</summary>
[GenerateSerializer, Immutable, Alias("spplus.sent-text-view.v1")]
public sealed record SentTextView
{
    [Id(0)] public required string Title { get; init; }
    [Id(1)] public required string Story { get; init; }

    /// <summary>It is there and does not open: title and story are empty.</summary>
    [Id(2)] public bool IsUnreadable { get; init; }

    /// <summary>Without the words: calls and their answers may be logged.</summary>
    public override string ToString() => nameof(SentTextView);
}
