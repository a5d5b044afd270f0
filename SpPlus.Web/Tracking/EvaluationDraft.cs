using SpPlus.Contracts.Structures;
using SpPlus.Web.Forms;

namespace SpPlus.Web.Tracking;

/// <summary>A verdict as it was typed, for the structure that it is about.</summary>
public sealed record EvaluationDraft
{
    public required StructureId Structure { get; init; }
    public required Guid Operation { get; init; }
    public string? Useful { get; init; }
    public int? Clarity { get; init; }
    public string? Words { get; init; }
    public FormErrors Errors { get; init; } = FormErrors.None;

    /// <summary>Null when it is about no structure.</summary>
    internal static EvaluationDraft? Of(PostedForm form) => !StructureId.TryParse(form["structure"], out var structure) ? null : new()
    {
        Structure = structure,
        Operation = form.OperationId == Guid.Empty ? Guid.NewGuid() : form.OperationId,
        Useful = form["utile"],
        Clarity = form.Number("clarte"),
        Words = form["mots"]?.ReplaceLineEndings("\n"),
    };
}
