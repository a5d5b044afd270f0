using System.Collections.Immutable;
using SpPlus.Contracts.Experiences;
using SpPlus.Contracts.Structures;
using SpPlus.Web.Forms;

namespace SpPlus.Web.Agents;

/// <summary>The agents' forms, one command each.</summary>
internal static class AgentCommands
{
    public const string Replacement = "remplacement";

    /// <summary>No command: the page where an experience is handed over, shown with what was typed and chosen there.</summary>
    public const string Transfer = "transfert";

    /// <summary>No command: the page is shown again with what was typed, as the public would read it.</summary>
    public const string Preview = "apercu";

    /// <summary>No command: what is being typed is kept for its writer (RESP-2).</summary>
    public const string Keep = "saisie";

    /// <summary>No command: what its writer had kept is not taken up again.</summary>
    public const string LetGo = "oubli";

    private static readonly (string, string)[] ResponseFields = [("Text", "texte"), ("Courtesy", "formule"), ("Signature", "signature")];

    public static readonly ImmutableArray<AgentCommand> All =
    [
        new("brouillon", "reponse", f => Structure(f) is { } s
            ? new SaveDraft { OperationId = f.OperationId, Structure = s, ExpectedVersion = f.Version, Response = Response(f) } : null, ResponseFields),
        new("validation", "reponse", f => Structure(f) is { } s
            ? new RequestValidation { OperationId = f.OperationId, Structure = s, ExpectedVersion = f.Version, Response = Response(f), Reviewed = Reviewed(f) } : null, ResponseFields),
        new("publication", "reponse", f => Structure(f) is { } s
            ? new PublishResponse { OperationId = f.OperationId, Structure = s, ExpectedVersion = f.Version, Response = Response(f), Reviewed = Reviewed(f) } : null, ResponseFields),
        new("renvoi", "renvoi", f => Structure(f) is { } s
            ? new SendBackResponse { OperationId = f.OperationId, Structure = s, ExpectedVersion = f.Version, Word = f["mot"] ?? "" } : null, ("Word", "mot")),
        new("adoption", "reponse", f => Structure(f) is { } s && Structure(f, "adoptee") is { } adopted
            ? new AdoptResponse
            {
                OperationId = f.OperationId, Structure = s, ExpectedVersion = f.Version,
                Adopted = adopted, AdoptedVersion = f.Number("version-adoptee") ?? -1,
            }
            : null),
        new("reprise", "reponse", f => Structure(f) is { } s
            ? new TakeBackResponse { OperationId = f.OperationId, Structure = s, ExpectedVersion = f.Version, ClosesAt = f.Moment("fermeture") } : null),
        new("intention", "structures", f => Structure(f) is { } s
            ? new DeclareIntent { OperationId = f.OperationId, Structure = s, Intent = IntentOf(f).Intent, Of = IntentOf(f).Of } : null),
        new("attribution", "structures", f => Structure(f) is { } s
            ? new AssignResponse { OperationId = f.OperationId, Structure = s, Subject = f["agent"] is { Length: > 0 } subject ? subject : null } : null),
        new("non-concernee", "structures", f => Structure(f) is { } s
            ? new DeclareNotConcerned { OperationId = f.OperationId, Structure = s, ExpectedVersion = f.Version, Reason = f["motif"] ?? "" } : null, ("Reason", "motif")) { IsOfTransferPage = true },
        new(Replacement, "structures", f => Structure(f) is { } s && Structure(f, "par") is { } by
            ? new ReplaceStructure { OperationId = f.OperationId, Structure = s, By = by } : null) { RequiredField = "par", LandsOn = "par", IsOfTransferPage = true },
        new("demande-transfert", "structures", f => Structure(f) is { } s && Structure(f, "vers") is { } to
            ? new RequestTransfer { OperationId = f.OperationId, Structure = s, ExpectedVersion = f.Version, To = to, Reason = f["pourquoi"] ?? "" }
            : null, ("Reason", "pourquoi"), ("To", "par")) { RequiredField = "par", IsOfTransferPage = true },
        new("retrait-transfert", "structures", f => Structure(f) is { } s
            ? new WithdrawTransfer { OperationId = f.OperationId, Structure = s, ExpectedVersion = f.Version } : null),
        new("transfert-accepte", "structures", f => Structure(f) is { } s
            ? new AcceptTransfer { OperationId = f.OperationId, Structure = s, ExpectedVersion = f.Version, RequestedAt = f.Moment("demande") } : null) { LandsOn = "vers" },
        new("transfert-refuse", "structures", f => Structure(f) is { } s
            ? new RefuseTransfer
            {
                OperationId = f.OperationId, Structure = s, ExpectedVersion = f.Version, Reason = f["refus"] ?? "", RequestedAt = f.Moment("demande"),
            }
            : null, ("Reason", "refus")),
        new("commentaire", "commentaires", f => new CommentOnExperience
        {
            OperationId = f.OperationId, Text = f["commentaire"] ?? "", Reviewed = Reviewed(f),
            Mentions = [.. f.All("prevenir").Select(m => StructureId.TryParse(m, out var id) ? id : default).Where(id => id != default)],
        }, ("Text", "commentaire"), ("Mentions", "prevenir")),
        new("masquage", "commentaires", f => new MaskComment
        {
            OperationId = f.OperationId, Number = f.Number("numero") ?? 0, Reason = f[$"masquer-{f["numero"]}"] ?? "",
        }, ("Reason", "masquer")),
        new("canaux", "canaux", f => Structure(f) is { } s
            ? new QualifyChannels
            {
                OperationId = f.OperationId, Structure = s, ExpectedVersion = f.Version,
                Channels = [.. Kept(f, "canal.").Select(k => new ChannelFeeling { Channel = k.Id, Feeling = k.Feeling })],
            }
            : null),
        new("tags", "tags", f => new QualifyGeneralTags
        {
            OperationId = f.OperationId, ExpectedVersion = f.Version,
            Tags = [.. Kept(f, "tag.").Select(k => new TagFeeling { Tag = k.Id, Feeling = k.Feeling })],
        }),
        new("tags-metier", "tags-metier", f => Structure(f) is { } s
            ? new QualifyBusinessTags { OperationId = f.OperationId, Structure = s, ExpectedVersion = f.Version, Tags = [.. f.All("metier")] } : null),
        new("ameliorations", "ameliorations", f => Structure(f) is { } s
            ? new NoteImprovements
            {
                OperationId = f.OperationId, Structure = s, ExpectedVersion = f.Version,
                Improvements = [.. f.All("amelioration")], Words = f["precisions"],
            }
            : null, ("Words", "precisions")),
    ];

    /// <summary>Such as <c>Complement:caf-gironde</c>; nothing takes the intention back.</summary>
    private static (Intent? Intent, StructureId? Of) IntentOf(PostedForm form)
    {
        var parts = (form["intention"] ?? "").Split(':', 2);
        if (!Enum.TryParse<Intent>(parts[0], out var intent)) return (null, null);
        return (intent, parts.Length > 1 && StructureId.TryParse(parts[1], out var of) ? of : null);
    }

    private static StructureId? Structure(PostedForm form, string name = "structure") =>
        StructureId.TryParse(form[name], out var id) ? id : null;

    /// <summary>Null when the form does not say whose response it is.</summary>
    public static KeepText? Kept(PostedForm form) =>
        Structure(form) is { } s ? new KeepText { Structure = s, Version = form.Version, Response = Response(form) } : null;

    private static ImmutableArray<string> Reviewed(PostedForm form) =>
        form["relu"] is { Length: > 0 } ? [.. form.All("passage").Select(passage => passage.ReplaceLineEndings("\n"))] : [];

    private static ResponseText Response(PostedForm form) => new()
    {
        Courtesy = form["formule"],
        Text = form["texte"] ?? "",
        Signature = form["signature"],
        Complements = Structure(form, "complete"),
    };

    /// <summary>The list's entries that were kept: <c>0</c> says no feeling.</summary>
    private static IEnumerable<(string Id, Feeling? Feeling)> Kept(PostedForm form, string prefix) =>
        from name in form.Names
        where name.StartsWith(prefix, StringComparison.Ordinal) && form[name] is { Length: > 0 }
        select (name[prefix.Length..], form.Number(name) is > 0 and var number ? (Feeling?)number : null);
}
