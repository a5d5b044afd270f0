using System.Collections.Immutable;

namespace SpPlus.Web.Moderation;

/// <summary>Why nothing was done, and what was typed that the decision would have left aside.</summary>
public sealed record ModerationRefusal(string Choice, string? Sentence)
{
    public ImmutableArray<TypedField> LeftAside { get; init; } = [];

    /// <summary>Passages that nobody chose anything for: the button that lets them stay (PII-1).</summary>
    public string? KeepingAll { get; init; }

    /// <summary>What was typed goes with a publication after moderation.</summary>
    public bool OffersModeration => Choice == ModerationChoice.Publish && LeftAside.Any(f => f.Name is not ("motif" or "mots-rejet"));
}
