using SpPlus.Contracts.Experiences;
using SpPlus.Contracts.Reports;
using SpPlus.Web.Forms;

namespace SpPlus.Web.Reports;

/// <summary>What a moderator was about to do with one experience's reports, and why it was not done.</summary>
public sealed record ReportClosing
{
    public required ExperienceId Experience { get; init; }
    public required string Decision { get; init; }
    public int UpTo { get; init; }
    public string? Words { get; init; }
    public string? Reason { get; init; }
    public Guid Operation { get; init; }
    public FormErrors Errors { get; init; } = FormErrors.None;
    public string? Notice { get; init; }

    internal string? Typed => Decision == ReportFields.Unpublish ? Reason : Words;

    internal static ReportClosing Of(ExperienceId id, PostedForm form) => new()
    {
        Experience = id,
        Decision = form[ReportFields.Decision] ?? "",
        UpTo = form.Number(ReportFields.UpTo) ?? 0,
        Words = form[ReportFields.DismissalWords],
        Reason = form[ReportFields.UnpublicationReason],
        Operation = form.OperationId,
    };

    /// <summary>Null for a decision that does not exist.</summary>
    internal ExperienceCommand? Command() => (Decision switch
    {
        ReportFields.Dismiss => (ExperienceCommand)new DismissReports { OperationId = Operation, UpTo = UpTo, Words = Words },
        ReportFields.Unpublish => new UnpublishExperience { OperationId = Operation, Reason = Reason ?? "" },
        _ => null,
    })?.BoundToContent();

    /// <summary>What was just closed may be listed for a moment: the list follows the decisions.</summary>
    internal static ReportQueue Without(ReportQueue queue, ExperienceId closed, int upTo) =>
        queue.Items.FirstOrDefault(i => i.Experience == closed && i.LastNumber <= upTo) is { } item
            ? queue with { Items = queue.Items.Remove(item), Count = queue.Count - 1 }
            : queue;
}
