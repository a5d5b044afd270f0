using System.Globalization;
using System.Text;

namespace SpPlus.Tests.Import;

/// <summary>Small exports in the shape of the real one.</summary>
internal sealed class CsvFile(char separator = ';')
{
    public static readonly string[] Columns =
    [
        "ID expérience", "Etat expérience", "Date de publication", "Écrit le", "Titre", "Description", "Pseudonyme usager",
        "Posté comme", "Ressenti usager", "Pays", "Intitulé département usager", "Démarches saisies par usager", "Accessibilité",
        "Information/Explication", "Relation", "Réactivité", "Simplicité/Complexité", "tags_metiers",
        "Amélioration de service à considérer", "action", "date_action_engagee", "Expériences Similaires",
        "Date de premiere réponse", "Motif de rejet",
        .. Enumerable.Range(1, 3).SelectMany(n => new[]
        {
            $"Intitulé Typologie {n}", $"Canaux Typologie {n}", $"Intitulé structure {n}", $"Statut réponse structure {n}",
            $"Réponse structure {n}", $"Taux de similarité réponse IA structure {n}",
            $"evaluation_utile_reponse_structure_{n}_par_visiteurs",
        }),
    ];

    private readonly StringBuilder text = new(string.Join(separator, Columns) + "\n");

    /// <summary>A row, its values written exactly as given: whoever wants quotes writes them.</summary>
    public CsvFile Row(int id, params (string Column, string Raw)[] values)
    {
        var row = new Dictionary<string, string>
        {
            ["ID expérience"] = id.ToString(CultureInfo.InvariantCulture),
            ["Etat expérience"] = "Publiée",
            ["Date de publication"] = "2024-03-05T09:30:00",
            ["Écrit le"] = "2024-03-04",
            ["Titre"] = $"Titre {id.ToString(CultureInfo.InvariantCulture)}",
            ["Description"] = "Un récit assez long pour que personne ne le trouve trop court, avec des accents : é è à.",
            ["Ressenti usager"] = "Négatif",
            ["Intitulé département usager"] = "Gard",
            ["Accessibilité"] = "Négatif",
            ["Date de premiere réponse"] = "2024-03-07T15:00:00",
            ["Canaux Typologie 1"] = "Téléphone",
            ["Intitulé structure 1"] = "Caf du Gard",
            ["Réponse structure 1"] = "Bonjour et merci.",
        };
        foreach (var (column, raw) in values) row[column] = raw;
        text.AppendJoin(separator, Columns.Select(c => row.GetValueOrDefault(c, ""))).Append('\n');
        return this;
    }

    public CsvFile Raw(string raw)
    {
        text.Append(raw);
        return this;
    }

    public override string ToString() => text.ToString();
}
