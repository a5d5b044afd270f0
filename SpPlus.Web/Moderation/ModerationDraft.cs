using System.Collections.Immutable;
using SpPlus.Contracts.Experiences;
using SpPlus.Contracts.Structures;
using SpPlus.Web.Forms;

namespace SpPlus.Web.Moderation;

/// <summary>What the moderator has typed and ticked so far: kept through searches and refusals.</summary>
public sealed record ModerationDraft
{
    public required ImmutableArray<StructureId> Structures { get; init; }
    public required string Title { get; init; }
    public required string Story { get; init; }
    public string? Pseudonym { get; init; }
    public string? Procedure { get; init; }
    public string? Words { get; init; }
    public string? Reason { get; init; }
    public string? RejectionWords { get; init; }
    public string? UnpublicationReason { get; init; }
    public string? Search { get; init; }
    public Guid? Operation { get; init; }

    /// <summary>The text as sent; before publication the author's structures, after it the ones that are still asked.</summary>
    public static ModerationDraft Of(ExperienceView view) => new()
    {
        Structures = view.Status == ExperienceStatus.Submitted
            ? [.. view.Services.Select(s => s.Structure)]
            : [.. view.Standings.Where(s => s.Status != ResponseStatus.NotConcerned).Select(s => s.Structure)],
        Title = view.Title,
        Story = view.Story,
        Pseudonym = view.Pseudonym,
        Procedure = view.Procedure,
    };

    internal static ModerationDraft Of(PostedForm form) => new()
    {
        Structures =
        [
            .. form.All("structure").Distinct()
                .Select(text => StructureId.TryParse(text, out var id) ? id : (StructureId?)null).OfType<StructureId>(),
        ],
        Title = form["titre"] ?? "",
        Story = form["recit"] ?? "",
        Pseudonym = form["pseudonyme"],
        Procedure = form["demarche"],
        Words = form["mots"],
        Reason = form["motif"],
        RejectionWords = form["mots-rejet"],
        UnpublicationReason = form["raison"],
        Search = form["q"],
        Operation = form.OperationId == Guid.Empty ? null : form.OperationId,
    };
}
