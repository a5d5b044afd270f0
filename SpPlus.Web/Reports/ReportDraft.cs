using SpPlus.Web.Forms;

namespace SpPlus.Web.Reports;

/// <summary>What a visitor has chosen and written so far.</summary>
public sealed record ReportDraft
{
    public string? Reason { get; init; }
    public string? Words { get; init; }
    public required Guid Operation { get; init; }

    public static ReportDraft New() => new() { Operation = Guid.NewGuid() };

    internal static ReportDraft Of(PostedForm form) => new()
    {
        Reason = form[ReportFields.Reason],
        Words = form[ReportFields.Words],
        Operation = form.OperationId == Guid.Empty ? Guid.NewGuid() : form.OperationId,
    };

    /// <summary>Nobody else knows its operation.</summary>
    internal ReportDraft Renewed() => this with { Operation = Guid.NewGuid() };
}
