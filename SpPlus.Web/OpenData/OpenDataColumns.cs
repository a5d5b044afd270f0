using System.Collections.Immutable;
using System.Globalization;
using SpPlus.Contracts.Experiences;
using SpPlus.Contracts.Reference;
using SpPlus.Web.Experiences;
using SpPlus.Web.Kit;
using SpPlus.Web.Reference;

namespace SpPlus.Web.OpenData;

/// <summary>
/// The columns of the open data (PUB-2), declared once: both files are written from them, and the dictionary is read from them. Values are in
/// French whoever asks. Several values in one field are separated by <see cref="Separator"/>.
/// </summary>
internal static class OpenDataColumns
{
    public const string Separator = " | ";

    public static ImmutableArray<OpenDataColumn> Of(ReferenceBook book) =>
    [
        new("ID expérience", "Id", r => r.Experience.Id.Value),
        new("Etat expérience", "State", r => r.Experience.Moderated ? "Publiée après modération" : "Publiée"),
        new("Date de publication", "PublishedOn", r => Day(r.Experience.PublishedAt)),
        new("Écrit le", "WrittenOn", r => Day(r.Experience.WrittenAt)),
        new("Titre", "Title", r => r.Experience.Title),
        new("Description", "Story", r => r.Experience.Story),
        new("Pseudonyme usager", "Pseudonym", r => r.Experience.Pseudonym),
        new("Ressenti usager", "Feeling", r => Word(r.Experience.Feeling)),
        new("Pays", "Country", r => r.Experience.Country is { } id ? book.Data.Countries.FirstOrDefault(c => c.Id == id)?.French ?? id : null),
        new("Intitulé département usager", "Department", r => r.Experience.Department is { } code ? book.Department(code)?.Name ?? code : null),
        new("Démarches saisies par usager", "Procedure", r => r.Experience.Procedure),
        .. book.Data.GeneralTags.Select(tag => new OpenDataColumn(tag.French, "GeneralTag", r => General(r.Experience, tag.Id))),
        new("tags_metiers", "BusinessTags", r => Joined(r.Standing?.BusinessTags.Select(id => Label(book.BusinessTag(id), id)))),
        new("Amélioration de service à considérer", "Improvements", r => Joined(r.Standing?.Improvements.Select(id => Label(book.Improvement(id), id)))),
        new("action", "Actions", r => Joined(r.Actions.Select(a => a.Title))),
        new("date_action_engagee", "ActionOn", r => r.Actions is [var first, ..] ? Day(first.PublishedAt) : null),
        new("Date de premiere réponse", "FirstAnswerOn", r => r.Experience.Standings.Min(FirstAnswer) is { } at ? Day(at) : null),
        new("Intitulé Typologie 1", "Network", r => r.Standing is { } s ? book.NameOf(book.Structures.NetworkOf(s.Structure)) : null),
        new("Canaux Typologie 1", "Channels", r => Joined(r.Standing?.Channels.Select(c => Label(book.Channel(c.Channel), c.Channel)))),
        new("Intitulé structure 1", "Structure", r => r.Standing is { } s ? book.NameOf(s.Structure) : null),
        new("Statut réponse structure 1", "AnswerState", r => r.Standing is { } s ? AnswerState(s) : null),
        new("Réponse structure 1", "Answer", r => r.Answer is { } answer ? WholeAnswer(answer) : null),
        new("evaluation_utile_reponse_structure_1_par_visiteurs", "Useful", r => r.Standing?.Useful is { } useful ? useful ? "oui" : "non" : null),
    ];

    private static string Day(DateTimeOffset at) => Dates.Local(at).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Word(Feeling feeling) => feeling switch
    {
        Feeling.Positive => "Positif",
        Feeling.Neutral => "Neutre",
        _ => "Négatif",
    };

    private static string? General(PublicExperience experience, string tag) => experience.GeneralTags.FirstOrDefault(t => t.Tag == tag) switch
    {
        null => null,
        { Feeling: { } feeling } => Word(feeling),
        _ => "Non précisé",
    };

    private static string Label(Term? term, string id) => term?.French ?? id;

    private static string? Joined(IEnumerable<string>? values) => values is null ? null : string.Join(Separator, values) is { Length: > 0 } joined ? joined : null;

    private static DateTimeOffset? FirstAnswer(PublicStanding standing) => standing.AnsweredAt ?? standing.PublishedAt;

    // What a structure does before it answers is its own affair.
    private static string AnswerState(PublicStanding standing) => standing.Status switch
    {
        ResponseStatus.Published => "Publiée",
        ResponseStatus.Adopted => "Adoptée",
        _ => "En attente",
    };

    private static string WholeAnswer(PublicStanding answer) =>
        string.Join("\n\n", ((string?[])[answer.Courtesy, answer.Response, answer.Signature]).Where(part => !string.IsNullOrWhiteSpace(part)));
}
