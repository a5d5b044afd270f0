using System.Collections.Immutable;

namespace SpPlus.Web.Moderation;

/// <summary>A field that the moderator has changed. <see cref="Label"/> is the key of its name.</summary>
public sealed record TypedField(string Name, string Label, string Text)
{
    /// <summary>Everything changed so far, in the order of the page.</summary>
    public static ImmutableArray<TypedField> In(ModerationDraft draft)
    {
        var shown = draft.TextShown.Split('.');
        return
        [
            .. Edited(0, "titre", "Field.Title", draft.Title),
            .. Edited(1, "recit", "Field.Story", draft.Story),
            .. Edited(2, "pseudonyme", "Field.Pseudonym", draft.Pseudonym),
            .. Edited(3, "demarche", "Field.Procedure", draft.Procedure),
            .. Typed("mots", "Field.Words", draft.Words),
            .. Typed("motif", "Field.Reason", draft.Reason),
            .. Typed("mots-rejet", "Field.RejectionWords", draft.RejectionWords),
            .. Typed("raison", "Field.Unpublication", draft.UnpublicationReason),
        ];

        ImmutableArray<TypedField> Edited(int index, string name, string label, string? text) =>
            text is not null && TextMark.Of(text) != shown.ElementAtOrDefault(index) ? [new(name, label, text)] : [];

        ImmutableArray<TypedField> Typed(string name, string label, string? text) =>
            string.IsNullOrWhiteSpace(text) ? [] : [new(name, label, text)];
    }

    /// <summary>What a decision would leave aside: nothing that was typed is dropped without saying so.</summary>
    public static ImmutableArray<TypedField> LeftAsideBy(string choice, ModerationDraft draft) => [.. In(draft).Where(f => choice switch
    {
        ModerationChoice.Publish => f.Name is not "raison",
        ModerationChoice.PublishModerated => f.Name is "motif" or "mots-rejet",
        ModerationChoice.Reject => f.Name is not ("motif" or "mots-rejet" or "raison"),
        ModerationChoice.Route => f.Name is "raison",
        _ => false,
    })];
}
