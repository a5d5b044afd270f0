using System.Collections.Immutable;
using System.Globalization;
using SpPlus.Contracts.Experiences;
using SpPlus.Contracts.Structures;
using SpPlus.Silo.Accounts;
using SpPlus.Silo.Experiences.Decisions;
using SpPlus.Silo.Experiences.Facts;

namespace SpPlus.Silo.Experiences;

/// <summary>AUD-1: the same facts, as people read them.</summary>
internal static class History
{
    public static HistoryEntry Entry(Recorded recorded, Account reader, StructureTree structures) => new()
    {
        Sequence = recorded.Sequence,
        Kind = FactKinds.NameOf(recorded.Fact),
        Actor = recorded.Actor.Kind,
        By = recorded.Actor.Name,
        ByStructure = recorded.Actor.Structure,
        HappenedAt = recorded.HappenedAt,
        RecordedAt = recorded.RecordedAt,
        Structures = StructuresOf(recorded.Fact),
        Detail = MayReadDetail(recorded.Fact, reader, structures) ? DetailOf(recorded.Fact) : null,
        IsMine = recorded.Actor.Subject == reader.Subject,
    };

    /// <summary>MOD-4: what visitors report is between them and the DITP.</summary>
    public static bool MaySee(Fact fact, Account reader) => reader.IsSteward || fact is not (ExperienceReported or ReportsDismissed);

    public static ImmutableArray<StructureId> StructuresOf(Fact fact) => fact switch
    {
        StructureAttached f => [f.Structure],
        StructureDetached f => [f.Structure],
        StructureReplaced f => [f.Structure, f.By],
        StructureNotConcerned f => [f.Structure],
        TransferRequested f => [f.Structure, f.To],
        TransferAccepted f => [f.Structure, f.To],
        TransferRefused f => [f.Structure],
        TransferWithdrawn f => [f.Structure],
        TransferExpired f => [f.Structure],
        PublicationScheduled { Adopted: { } adopted } f => [f.Structure, adopted],
        PublicationScheduled f => [f.Structure],
        PublicationTakenBack f => [f.Structure],
        IntentDeclared { Of: { } other } f => [f.Structure, other],
        IntentDeclared f => [f.Structure],
        ResponseAssigned f => [f.Structure],
        DraftSaved f => [f.Structure],
        ValidationRequested f => [f.Structure],
        ResponseSentBack f => [f.Structure],
        ResponsePublished { Response.Complements: { } complemented } f => [f.Structure, complemented],
        ResponsePublished f => [f.Structure],
        ResponseAdopted f => [f.Structure, f.Adopted],
        ResponseEvaluated f => [f.Structure],
        ChannelsQualified f => [f.Structure],
        BusinessTagsQualified f => [f.Structure],
        ImprovementsNoted f => [f.Structure],
        StructuresMentioned f => f.Structures,
        ImprovementActionTied f => [f.Structure],
        _ => [],
    };

    /// <summary>A word about a draft, and who looks after it, go where the draft goes: to its structure, those above, and the DITP.</summary>
    private static bool MayReadDetail(Fact fact, Account reader, StructureTree structures) =>
        fact is not (ResponseSentBack or ResponseAssigned) || reader.IsSteward || Rights.ActsFor(reader, StructuresOf(fact)[0], structures);

    private static string? DetailOf(Fact fact) => fact switch
    {
        ExperiencePublished f => f.Words,
        ExperienceRejected f => f.Reason,
        ExperienceUnpublished f => f.Reason,
        ReportsDismissed f => f.Words,
        StructureNotConcerned f => f.Reason,
        ResponseSentBack f => f.Word,
        TransferRequested f => f.Reason,
        TransferRefused f => f.Reason,
        CommentMasked f => f.Reason,
        ResponseAssigned f => f.Name,
        ImprovementActionTied f => f.Title,
        WordsErased f => f.Facts.ToString(CultureInfo.InvariantCulture),
        _ => null,
    };
}
