using SpPlus.Contracts.Experiences;
using SpPlus.Contracts.Structures;

namespace SpPlus.Silo.Experiences.Facts;

internal sealed record DraftSaved : Fact
{
    public required StructureId Structure { get; init; }
    public required ResponseText Response { get; init; }
}

internal sealed record ValidationRequested : Fact
{
    public required StructureId Structure { get; init; }
    public required ResponseText Response { get; init; }
}

internal sealed record ResponseSentBack : Fact
{
    public required StructureId Structure { get; init; }
    public required string Word { get; init; }
}

internal sealed record ResponsePublished : Fact
{
    public required StructureId Structure { get; init; }

    /// <summary>1 for the first text, then one more for each amendment.</summary>
    public required int Version { get; init; }
    public required ResponseText Response { get; init; }
}

internal sealed record ResponseAdopted : Fact
{
    public required StructureId Structure { get; init; }
    public required StructureId Adopted { get; init; }
    public required int AdoptedVersion { get; init; }
}

internal sealed record ResponseEvaluated : Fact
{
    public required StructureId Structure { get; init; }
    public required bool Useful { get; init; }
    public int? Clarity { get; init; }
    public string? Words { get; init; }
}

/// <summary>A text or an adoption that becomes public when its window closes, unless it is taken back (RESP-5).</summary>
internal sealed record PublicationScheduled : Fact
{
    public required StructureId Structure { get; init; }
    public required DateTimeOffset ClosesAt { get; init; }

    /// <summary>The structure's own text and its version; null for an adoption.</summary>
    public ResponseText? Response { get; init; }
    public int Version { get; init; }
    public StructureId? Adopted { get; init; }
    public int AdoptedVersion { get; init; }
}

internal sealed record PublicationTakenBack : Fact
{
    public required StructureId Structure { get; init; }

    /// <summary>The status it goes back to.</summary>
    public required ResponseStatus Status { get; init; }

    /// <summary>The text goes back to somebody who validates it: also where the structure has answered already.</summary>
    public bool AwaitsValidation { get; init; }
}

internal sealed record IntentDeclared : Fact
{
    public required StructureId Structure { get; init; }
    public Intent? Intent { get; init; }
    public StructureId? Of { get; init; }
}

internal sealed record ResponseAssigned : Fact
{
    public required StructureId Structure { get; init; }
    public string? Subject { get; init; }
    public string? Name { get; init; }
}
