using System.Collections.Immutable;
using SpPlus.Contracts.Experiences;

namespace SpPlus.Silo.Experiences.Facts;

/// <summary>No words of the author: the text as sent is sealed elsewhere and destroyed in time (MOD-2).</summary>
internal sealed record ExperienceSubmitted : Fact
{
    public required DateOnly ContactDate { get; init; }
    public string? Department { get; init; }
    public string? Country { get; init; }
    public required Feeling Feeling { get; init; }
    public ImmutableArray<ServiceConcerned> Services { get; init; } = [];
    public string? Campaign { get; init; }
    public required string Language { get; init; }

    /// <summary>An address was sealed in the vault: the author is written to.</summary>
    public required bool HasAddress { get; init; }

    /// <summary>Null for an imported experience: it has no tracking link.</summary>
    public string? TrackingTokenHash { get; init; }

    /// <summary>Where it was imported from, when it was.</summary>
    public string? Source { get; init; }
}

internal sealed record ExperiencePublished : Fact
{
    public required string Title { get; init; }
    public required string Story { get; init; }
    public string? Pseudonym { get; init; }
    public string? Procedure { get; init; }

    /// <summary>The text differs from what was sent (MOD-1).</summary>
    public required bool Moderated { get; init; }
    public string? Words { get; init; }
    // What was recorded before there were masks has none.
    public ImmutableArray<MaskCount> Masks { get => field.IsDefault ? [] : field; init; } = [];
}

internal sealed record ExperienceRejected : Fact
{
    public required string Reason { get; init; }
    public string? Words { get; init; }
}

internal sealed record ExperienceUnpublished : Fact
{
    public required string Reason { get; init; }
}

/// <summary>The author gave another address, or a first one: it is in the vault, and nowhere else.</summary>
internal sealed record AddressChanged : Fact;

/// <summary>The author is not written to any more.</summary>
internal sealed record AddressForgotten : Fact;

internal sealed record ExperienceWithdrawn : Fact;

/// <summary>After a withdrawal, or with it: every word about it is to go, not only the author's.</summary>
internal sealed record ErasureAsked : Fact;

/// <summary>The trace of what is not there any more: the words of so many facts before this one.</summary>
internal sealed record WordsErased : Fact
{
    public required int Facts { get; init; }

    /// <summary>Not only the author's.</summary>
    public required bool Everybodys { get; init; }
}
