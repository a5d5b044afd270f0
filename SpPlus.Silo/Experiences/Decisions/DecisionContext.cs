using SpPlus.Contracts.Structures;
using SpPlus.Silo.Accounts;
using SpPlus.Silo.Privacy;
using SpPlus.Silo.Reference;

namespace SpPlus.Silo.Experiences.Decisions;

/// <summary>Everything a decision may know beside the state and the command. Immutable: the same context gives the same decision.</summary>
internal sealed record DecisionContext
{
    public required DateTimeOffset Now { get; init; }

    /// <summary>The signed-in caller's enabled account; null for an author and for nobody.</summary>
    public Account? Account { get; init; }

    /// <summary>The hash of the tracking token that the caller bears.</summary>
    public string? TrackingTokenHash { get; init; }
    public required ReferenceBook Reference { get; init; }

    /// <summary>The text as sent, where the command needs it and it still exists.</summary>
    public SentText? SentText { get; init; }

    /// <summary>The account that the command names, when it names one that is enabled.</summary>
    public Account? Named { get; init; }

    /// <summary>How long a publication may be taken back where its network does not say (RESP-5).</summary>
    public TimeSpan DefaultUndoWindow { get; init; }

    /// <summary>How long an improvement action has been done before its authors are asked whether it was true for them (EVAL-2).</summary>
    public TimeSpan ActionAskedAfter { get; init; } = TimeSpan.FromDays(30);

    public TimeSpan UndoWindow(StructureId structure) =>
        Reference.UndoMinutes(structure) is { } minutes ? TimeSpan.FromMinutes(minutes) : DefaultUndoWindow;

    public StructureTree Structures => Reference.Structures;
}
