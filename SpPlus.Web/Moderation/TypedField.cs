using System.Collections.Immutable;

namespace SpPlus.Web.Moderation;

/// <summary>A field that the moderator has changed.</summary>
public sealed record TypedField(string Name, string Text)
{
    /// <summary>The key of its name.</summary>
    public string Label => ModerationCommands.LabelOf(Name);

    /// <summary>Everything changed so far, in the order of the page.</summary>
    public static ImmutableArray<TypedField> In(ModerationDraft draft)
    {
        var shown = draft.TextShown.Split('.');
        return
        [
            .. Edited(0, "titre", draft.Title),
            .. Edited(1, "recit", draft.Story),
            .. Edited(2, "pseudonyme", draft.Pseudonym),
            .. Edited(3, "demarche", draft.Procedure),
            .. Typed("passage", string.Join('\n', draft.Masked.Select(p => p.Text).Append(draft.NewPassage))),
            .. Typed("mots", draft.Words),
            .. Typed("motif", draft.Reason),
            .. Typed("mots-rejet", draft.RejectionWords),
            .. Typed("raison", draft.UnpublicationReason),
        ];

        ImmutableArray<TypedField> Edited(int index, string name, string? text) =>
            text is not null && TextMark.Of(text) != shown.ElementAtOrDefault(index) ? [new(name, text)] : [];

        ImmutableArray<TypedField> Typed(string name, string? text) =>
            string.IsNullOrWhiteSpace(text) ? [] : [new(name, text)];
    }

    /// <summary>What a decision would leave aside: nothing that was typed is dropped without saying so.</summary>
    public static ImmutableArray<TypedField> LeftAsideBy(string choice, ModerationDraft draft) => [.. In(draft).Where(f => choice switch
    {
        ModerationChoice.Publish => f.Name is not "raison",
        ModerationChoice.PublishModerated => f.Name is "motif" or "mots-rejet",
        ModerationChoice.Reject => f.Name is not ("motif" or "mots-rejet" or "raison" or "passage"),
        ModerationChoice.Route => f.Name is "raison",
        _ => false,
    })];
}
