using SpPlus.Contracts.ImprovementActions;
using SpPlus.Web.Forms;

namespace SpPlus.Web.ImprovementActions;

/// <summary>An author's answer as it was given, for the action that it is about (EVAL-2).</summary>
public sealed record ActionAnswerDraft
{
    public required ImprovementActionId Action { get; init; }
    public required Guid Operation { get; init; }
    public ImprovementActionAnswer? Answer { get; init; }
    public FormErrors Errors { get; init; } = FormErrors.None;

    public string Anchor => AnchorOf(Action);

    public string Field => FieldOf(Action);

    public static string AnchorOf(ImprovementActionId action) => $"action-{action}";

    public static string FieldOf(ImprovementActionId action) => $"vrai-{action}";

    public static string Word(ImprovementActionAnswer answer) => answer switch
    {
        ImprovementActionAnswer.True => "oui",
        ImprovementActionAnswer.NotTrue => "non",
        _ => "ne-sait-pas",
    };

    /// <summary>Null when it is about no action.</summary>
    internal static ActionAnswerDraft? Of(PostedForm form) => !ImprovementActionId.TryParse(form["action"], out var action) ? null : new()
    {
        Action = action,
        Operation = form.OperationId == Guid.Empty ? Guid.NewGuid() : form.OperationId,
        Answer = Enum.GetValues<ImprovementActionAnswer>().Cast<ImprovementActionAnswer?>().FirstOrDefault(a => Word(a!.Value) == form["vrai"]),
    };
}
