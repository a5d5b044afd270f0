using System.Collections.Immutable;
using System.Globalization;
using SpPlus.Contracts.Experiences;
using SpPlus.Contracts.ImprovementActions;
using SpPlus.Contracts.Structures;
using SpPlus.Web.Forms;

namespace SpPlus.Web.ImprovementActions;

/// <summary>An improvement action's form as it was typed, with what became of it: nothing typed is ever lost.</summary>
public sealed record ActionDraft
{
    /// <summary>The field by which a form asks for a search instead of what it is for.</summary>
    public const string StepField = "etape";

    public const string SearchStep = "chercher";

    public const string Done = "realisee", Committed = "engagee";

    public required Guid Operation { get; init; }
    public StructureId? Structure { get; init; }
    public string? Title { get; init; }
    public string? Text { get; init; }
    public string? State { get; init; }
    public string? PlannedFor { get; init; }
    public string? DoneOn { get; init; }
    public ImmutableArray<ExperienceId> Experiences { get; init; } = [];
    public string? Search { get; init; }
    public int Version { get; init; } = -1;
    public ImmutableArray<string> Reviewed { get; init; } = [];

    /// <summary>Which of the page's forms it is.</summary>
    public string? Command { get; init; }

    /// <summary>Why it was refused; null when it was not.</summary>
    public string? Notice { get; init; }
    public FormErrors Errors { get; init; } = FormErrors.None;
    public IReadOnlyList<PersonalDataMark> Marks { get; init; } = [];

    /// <summary>Somebody changed the action meanwhile: what stands there now is shown beside, and saving again is a choice.</summary>
    public bool IsStale { get; init; }

    public bool IsSearching { get; init; }

    public DateOnly? PlannedDay => Day(PlannedFor);

    public DateOnly? DoneDay => Day(DoneOn);

    internal static ActionDraft Of(PostedForm form, string? command = null) => new()
    {
        Operation = form.OperationId == Guid.Empty ? Guid.NewGuid() : form.OperationId,
        Structure = StructureId.TryParse(form["structure"], out var structure) ? structure : null,
        Title = form["titre"],
        Text = form["texte"]?.ReplaceLineEndings("\n"),
        State = form["etat"],
        PlannedFor = form["prevue"],
        DoneOn = form["realisee-le"],
        Experiences = [.. form.All("experience").Select(text => ExperienceId.TryParse(text, out var id) ? id : default).Where(id => id != default).Distinct()],
        Search = form["cherche"],
        Version = form.Version,
        Reviewed = form["relu"] is { Length: > 0 } ? [.. form.All("passage").Select(passage => passage.ReplaceLineEndings("\n"))] : [],
        IsSearching = form[StepField] == SearchStep,
        Command = command,
    };

    /// <summary>The page's field for a command's property that is at fault.</summary>
    public static string FieldOf(string property) => property switch
    {
        nameof(PublishImprovementAction.Title) => "titre",
        nameof(PublishImprovementAction.Text) => "texte",
        nameof(PublishImprovementAction.State) => "etat",
        nameof(PublishImprovementAction.PlannedFor) => "prevue",
        nameof(PublishImprovementAction.DoneOn) => "realisee-le",
        _ => "experiences",
    };

    /// <summary>As browsers send a date, and as people type one where the browser has no field for it.</summary>
    private static DateOnly? Day(string? text) => DateOnly.TryParseExact(
        text?.Trim(), ["yyyy-MM-dd", "d/M/yyyy", "d.M.yyyy", "d-M-yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
