using System.Collections.Immutable;
using SpPlus.Contracts.Experiences;
using SpPlus.Contracts.Structures;
using SpPlus.Web.Forms;

namespace SpPlus.Web.Moderation;

/// <summary>What the moderator has typed and ticked so far: kept through searches and refusals.</summary>
public sealed record ModerationDraft
{
    public required ImmutableArray<StructureId> Structures { get; init; }
    public string? Title { get; init; }
    public string? Story { get; init; }
    public string? Pseudonym { get; init; }
    public string? Procedure { get; init; }
    public string? Words { get; init; }
    public string? Reason { get; init; }
    public string? RejectionWords { get; init; }
    public string? UnpublicationReason { get; init; }
    public string? Search { get; init; }

    /// <summary>What looks like personal data, or was chosen by the moderator, and what becomes of it.</summary>
    public ImmutableArray<SortedPassage> Passages { get; init; } = [];

    /// <summary>Words to mask, as typed.</summary>
    public string? NewPassage { get; init; }
    public Guid? Operation { get; init; }

    /// <summary>The part that was asked to be unfolded.</summary>
    public string? Unfolded { get; init; }

    /// <summary>The text as the form was first shown.</summary>
    public string TextShown { get; init; } = "";

    /// <summary>The routing that the structures were ticked on.</summary>
    public int RoutingVersion { get; init; }

    /// <summary>The routing that was shown beside the ticks, when it had changed.</summary>
    public int? RoutingShown { get; init; }

    /// <summary>The text as sent; before publication the author's structures, after it the ones that are still asked.</summary>
    public static ModerationDraft Of(ExperienceView view) => new()
    {
        Structures = view.Status == ExperienceStatus.Submitted
            ? [.. view.Services.Select(s => s.Structure)]
            : [.. Asked(view)],
        Title = view.Title,
        Story = view.Story,
        Pseudonym = view.Pseudonym,
        Procedure = view.Procedure,
        Passages = [.. view.Suspects.Select(p => new SortedPassage(p, Choice: null))],
        TextShown = TextMark.Of(view),
        RoutingVersion = view.RoutingVersion,
    };

    internal static ModerationDraft Of(PostedForm form) => new()
    {
        Structures =
        [
            .. form.All("structure").Distinct()
                .Select(text => StructureId.TryParse(text, out var id) ? id : (StructureId?)null).OfType<StructureId>(),
        ],
        Title = form["titre"],
        Story = form["recit"],
        Pseudonym = form["pseudonyme"],
        Procedure = form["demarche"],
        Words = form["mots"],
        Reason = form["motif"],
        RejectionWords = form["mots-rejet"],
        UnpublicationReason = form["raison"],
        Search = form["q"],
        Passages = SortedPassage.In(form),
        NewPassage = form["passage"]?.ReplaceLineEndings("\n"),
        Operation = form.OperationId == Guid.Empty ? null : form.OperationId,
        TextShown = form["texte-vu"] ?? "",
        RoutingVersion = form.Version,
        RoutingShown = form.Number("version-vue"),
        Unfolded = form["decision"],
    };

    /// <summary>The text as it would be public, before masks.</summary>
    public IEnumerable<string> Texts => ((string?[])[Title, Story, Pseudonym, Procedure]).OfType<string>().Select(text => text.ReplaceLineEndings("\n"));

    public IEnumerable<TextPassage> Masked => Passages.Where(p => p.IsMasked).Select(p => p.Passage);

    /// <summary>The same, with what a moderator points at; unchanged where it stands nowhere in the text.</summary>
    public ModerationDraft Spotted(string words) =>
        !Texts.Any(text => Contracts.Experiences.Passages.Find(text, [words], w => w).Count > 0) ? this : this with
        {
            NewPassage = null,
            Passages = Passages.FirstOrDefault(p => p.Passage.Text == words) is { } known
                ? Passages.Replace(known, known with { Choice = SortedPassage.Mask })
                : Passages.Add(new(new() { Text = words }, SortedPassage.Mask)),
        };

    /// <summary>The same, with what the silo still wants looked at.</summary>
    public ModerationDraft WithMarks(IEnumerable<PersonalDataMark> marks) => this with
    {
        Passages = Passages.AddRange(marks.Where(m => Passages.All(p => p.Passage.Text != m.Passage))
            .Take(Math.Max(0, SortedPassage.Most - Passages.Length))
            .Select(m => new SortedPassage(new() { Text = m.Passage, Kind = m.Kind }, Choice: null))),
    };

    /// <summary>Somebody routed it otherwise after this form was shown: saving over it has to be a choice.</summary>
    public bool IsRoutingStale(ExperienceView view) =>
        view.Actions.HasFlag(ExperienceActions.Route) && RoutingVersion != view.RoutingVersion && !Structures.ToHashSet().SetEquals(Asked(view));

    /// <summary>
    /// What the page ticks. A structure that has answered stays; one that has said meanwhile that it is not concerned is not
    /// asked again by a tick made before.
    /// </summary>
    public ImmutableArray<StructureId> Ticked(ExperienceView view)
    {
        var seen = !IsRoutingStale(view) || RoutingShown == view.RoutingVersion;
        return
        [
            .. view.Standings.Where(s => s.AnsweredAt is not null).Select(s => s.Structure)
                .Concat(Structures.Where(id => seen || !view.Standings.Any(s => s.Structure == id && s.Status == ResponseStatus.NotConcerned)))
                .Distinct(),
        ];
    }

    private static IEnumerable<StructureId> Asked(ExperienceView view) =>
        view.Standings.Where(s => s.Status != ResponseStatus.NotConcerned).Select(s => s.Structure);
}
