namespace SpPlus.Silo.Privacy;

/// <summary>The author's words as they were sent: readable by the DITP only, destroyed in time (MOD-2).</summary>
[GenerateSerializer, Immutable, Alias("spplus.sent-text.v1")]
internal sealed record SentText
{
    [Id(0)] public required string Title { get; init; }
    [Id(1)] public required string Story { get; init; }
    [Id(2)] public string? Pseudonym { get; init; }
    [Id(3)] public string? Procedure { get; init; }

    public override string ToString() => nameof(SentText);
}
