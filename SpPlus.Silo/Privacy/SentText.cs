using System.Text.Json.Serialization;

namespace SpPlus.Silo.Privacy;

/// <summary>The author's words as they were sent: readable by the DITP only, destroyed in time (MOD-2).</summary>
[GenerateSerializer, Immutable, Alias("spplus.sent-text.v1")]
internal sealed record SentText
{
    [Id(0)] public required string Title { get; init; }
    [Id(1)] public required string Story { get; init; }
    [Id(2)] public string? Pseudonym { get; init; }
    [Id(3)] public string? Procedure { get; init; }

    /// <summary>Something is sealed, and it does not open: another key, or altered bytes. All the rest is then empty.</summary>
    [Id(4), JsonIgnore] public bool IsUnreadable { get; init; }

    public static SentText Unreadable { get; } = new() { Title = "", Story = "", IsUnreadable = true };

    public override string ToString() => nameof(SentText);
}
