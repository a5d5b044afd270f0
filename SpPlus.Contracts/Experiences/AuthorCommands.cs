using System.Collections.Immutable;
using SpPlus.Contracts.Structures;

namespace SpPlus.Contracts.Experiences;

/// <summary>Shares an experience (SUBMIT-1). Anybody may; lengths are in UTF-16 characters after normalisation.</summary>
[GenerateSerializer, Immutable, Alias("spplus.submit-experience.v1")]
public sealed record SubmitExperience : ExperienceCommand
{
    /// <summary>5 to 150 characters.</summary>
    [Id(0)] public required string Title { get; init; }

    /// <summary>50 to 10,000 characters.</summary>
    [Id(1)] public required string Story { get; init; }

    /// <summary>Not in the future.</summary>
    [Id(2)] public required DateOnly ContactDate { get; init; }

    /// <summary>A département's code, or null where <see cref="Country"/> is given.</summary>
    [Id(3)] public string? Department { get; init; }

    /// <summary>ISO 3166-1 alpha-2.</summary>
    [Id(4)] public string? Country { get; init; }

    /// <summary>Up to five; empty means "je ne sais pas".</summary>
    [Id(5)] public ImmutableArray<ServiceConcerned> Services { get; init; } = [];

    [Id(6)] public required Feeling Feeling { get; init; }

    /// <summary>The démarche, in the author's words or from the list; up to 150 characters.</summary>
    [Id(7)] public string? Procedure { get; init; }

    /// <summary>Up to 40 characters.</summary>
    [Id(8)] public string? Pseudonym { get; init; }

    /// <summary>Used for STEP mails alone, sealed in the vault, never in the journal (PRIV-1).</summary>
    [Id(9)] public string? Email { get; init; }

    /// <summary>The secret of the private link (SUBMIT-4): sealed beside the address; the journal keeps only its hash.</summary>
    [Id(10)] public required string TrackingToken { get; init; }

    /// <summary>The banner's campaign (SUBMIT-6); up to 60 characters.</summary>
    [Id(11)] public string? Campaign { get; init; }

    /// <summary>The language of the author's mails: <c>fr</c> or <c>en</c>.</summary>
    [Id(12)] public string Language { get; init; } = "fr";
}

/// <summary>The author's verdict on one structure's response (EVAL-1): may be changed for 30 days.</summary>
[GenerateSerializer, Immutable, Alias("spplus.evaluate-response.v1")]
public sealed record EvaluateResponse : ExperienceCommand
{
    [Id(0)] public required StructureId Structure { get; init; }
    [Id(1)] public required bool Useful { get; init; }

    /// <summary>1 to 5, or not said.</summary>
    [Id(2)] public int? Clarity { get; init; }

    /// <summary>For agents only; up to 1,000 characters.</summary>
    [Id(3)] public string? Words { get; init; }
}

/// <summary>
/// Another address, or one where none was given (SUBMIT-4): sealed in place of the one before, never in the journal (PRIV-1). Nobody is
/// written to about it.
/// </summary>
[GenerateSerializer, Immutable, Alias("spplus.change-address.v1")]
public sealed record ChangeAddress : ExperienceCommand
{
    [Id(0)] public required string Email { get; init; }

    /// <summary>The secret of the private link that the caller bears: it goes under the seal with the address.</summary>
    [Id(1)] public required string TrackingToken { get; init; }

    /// <summary>The language of the author's mails from now on: <c>fr</c> or <c>en</c>.</summary>
    [Id(2)] public string Language { get; init; } = "fr";
}

/// <summary>The author is not written to any more: the address is destroyed, the experience stays (SUBMIT-4).</summary>
[GenerateSerializer, Immutable, Alias("spplus.forget-address.v1")]
public sealed record ForgetAddress : ExperienceCommand;

/// <summary>
/// The author takes the experience back: it leaves every public page, and the address and everything that the author wrote are destroyed,
/// in the history too. What agents wrote about it stays with them.
/// </summary>
[GenerateSerializer, Immutable, Alias("spplus.withdraw-experience.v1")]
public sealed record WithdrawExperience : ExperienceCommand;

/// <summary>The author wants no word left, not even what agents wrote about it: all that a withdrawal does, and that (SUBMIT-4).</summary>
[GenerateSerializer, Immutable, Alias("spplus.erase-experience.v1")]
public sealed record EraseExperience : ExperienceCommand;
