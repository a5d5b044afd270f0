using System.Collections.Immutable;
using SpPlus.Contracts.Structures;

namespace SpPlus.Contracts.Experiences;

/// <summary>A structure's answer: opening formula, free text (1 to 10,000 characters), signature.</summary>
[GenerateSerializer, Immutable, Alias("spplus.response-text.v1")]
public sealed record ResponseText
{
    [Id(0)] public string? Courtesy { get; init; }
    [Id(1)] public required string Text { get; init; }
    [Id(2)] public string? Signature { get; init; }

    /// <summary>The structure whose published response this one is shown under, as complementary (RESP-3).</summary>
    [Id(3)] public StructureId? Complements { get; init; }
}

/// <summary>What every command on one structure's response carries: the response's own version, as it was read.</summary>
[GenerateSerializer, Immutable, Alias("spplus.response-command")]
public abstract record ResponseCommand : ExperienceCommand
{
    [Id(0)] public required StructureId Structure { get; init; }
    [Id(1)] public required int ExpectedVersion { get; init; }
}

/// <summary>Keeps a draft (RESP-2): À traiter, En cours or À valider → En cours.</summary>
[GenerateSerializer, Immutable, Alias("spplus.save-draft.v1")]
public sealed record SaveDraft : ResponseCommand
{
    [Id(0)] public required ResponseText Response { get; init; }
}

/// <summary>Asks another person to validate this very text (RESP-7).</summary>
[GenerateSerializer, Immutable, Alias("spplus.request-validation.v1")]
public sealed record RequestValidation : ResponseCommand
{
    [Id(0)] public required ResponseText Response { get; init; }

    /// <summary>The passages that look like personal data and that somebody has looked at: others are refused (PII-1).</summary>
    [Id(1)] public ImmutableArray<string> Reviewed { get; init; } = [];
}

/// <summary>The validator sends the text back with a word: À valider → En cours.</summary>
[GenerateSerializer, Immutable, Alias("spplus.send-back-response.v1")]
public sealed record SendBackResponse : ResponseCommand
{
    [Id(0)] public required string Word { get; init; }
}

/// <summary>Publishes the structure's own or complementary response (RESP-1, RESP-3, RESP-7).</summary>
[GenerateSerializer, Immutable, Alias("spplus.publish-response.v1")]
public sealed record PublishResponse : ResponseCommand
{
    [Id(0)] public required ResponseText Response { get; init; }

    /// <summary>The passages that look like personal data and that somebody has looked at: others are refused (PII-1).</summary>
    [Id(1)] public ImmutableArray<string> Reviewed { get; init; } = [];
}

/// <summary>Adopts another structure's published response, in the version that was read (RESP-3).</summary>
[GenerateSerializer, Immutable, Alias("spplus.adopt-response.v1")]
public sealed record AdoptResponse : ResponseCommand
{
    [Id(0)] public required StructureId Adopted { get; init; }
    [Id(1)] public required int AdoptedVersion { get; init; }
}

/// <summary>
/// Takes a response or an adoption back while it may be (RESP-5): whoever published it, and whoever may publish for the structure.
/// Afterwards: <see cref="Refusal.TooLate"/>.
/// </summary>
[GenerateSerializer, Immutable, Alias("spplus.take-back-response.v1")]
public sealed record TakeBackResponse : ResponseCommand
{
    /// <summary>The window that is meant, where the response's version is not known: the expected version is then not looked at.</summary>
    [Id(0)] public DateTimeOffset? ClosesAt { get; init; }
}

/// <summary>Says what the structure will do, before it writes (RESP-4). The last word counts; null takes it back.</summary>
[GenerateSerializer, Immutable, Alias("spplus.declare-intent.v1")]
public sealed record DeclareIntent : ExperienceCommand
{
    [Id(0)] public required StructureId Structure { get; init; }
    [Id(1)] public Intent? Intent { get; init; }

    /// <summary>Whose response will be adopted or complemented.</summary>
    [Id(2)] public StructureId? Of { get; init; }
}

/// <summary>Gives the structure's response to somebody who may write it; null gives it to nobody. The last word counts.</summary>
[GenerateSerializer, Immutable, Alias("spplus.assign-response.v1")]
public sealed record AssignResponse : ExperienceCommand
{
    [Id(0)] public required StructureId Structure { get; init; }

    /// <summary>The colleague's OpenID Connect subject.</summary>
    [Id(1)] public string? Subject { get; init; }
}
