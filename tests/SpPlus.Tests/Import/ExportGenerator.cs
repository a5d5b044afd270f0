using System.Globalization;
using System.Text;
using SpPlus.Silo.Reference;

namespace SpPlus.Tests.Import;

/// <summary>A large export of made-up words, in the real one's shape and sizes. The same seed gives the same file.</summary>
internal static class ExportGenerator
{
    private static readonly string[] Words =
    [
        "dossier", "rendez-vous", "courrier", "attente", "réponse", "conseillère", "formulaire", "délai", "téléphone", "espace",
        "personnel", "pièce", "justificatif", "guichet", "remboursement", "semaine", "encore", "toujours", "enfin", "merci", "pourtant",
    ];

    public static async Task Write(string path, int records, int seed = 1)
    {
        var random = new Random(seed);
        var structures = ShippedReference.Structures();
        await using var file = new StreamWriter(path, append: false, new UTF8Encoding(true));
        await file.WriteAsync(string.Join(';', CsvFile.Columns) + "\n");
        for (var id = 1; id <= records; id++)
        {
            var row = new Dictionary<string, string>
            {
                ["ID expérience"] = id.ToString(CultureInfo.InvariantCulture),
                ["Etat expérience"] = "Publiée",
                ["Date de publication"] = Date(id, 1).ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture),
                ["Écrit le"] = Date(id, 0).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                ["Date de premiere réponse"] = Date(id, 3).ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture),
                ["Titre"] = Text(random, 8),
                // One in twenty breaks its lines without quotes, as the real export does.
                ["Description"] = id % 20 == 0 ? Text(random, 90) + "\n" + Text(random, 60) : $"\"{Text(random, 90)}\n\n{Text(random, 60)}\"",
                ["Pseudonyme usager"] = "Personne",
                ["Ressenti usager"] = (id % 3) switch { 0 => "Positif", 1 => "Négatif", _ => "Neutre" },
                ["Intitulé département usager"] = "Gard",
                ["Accessibilité"] = "Négatif",
                ["Réactivité"] = "Positif",
            };
            for (var n = 1; n <= (id % 5 == 0 ? 2 : 1); n++)
            {
                row[$"Intitulé structure {n}"] = $"\"{structures[random.Next(structures.Length)].Name}\"";
                row[$"Canaux Typologie {n}"] = "Téléphone,E-mail";
                row[$"Réponse structure {n}"] = $"\"{Text(random, 120)}\"";
            }

            await file.WriteAsync(string.Join(';', CsvFile.Columns.Select(c => row.GetValueOrDefault(c, ""))) + "\n");
        }
    }

    private static DateTime Date(int id, int days) => new DateTime(2021, 1, 1, 9, 0, 0, DateTimeKind.Unspecified).AddMinutes(10L * id).AddDays(days);

    private static string Text(Random random, int words)
    {
        var text = new StringBuilder();
        for (var i = 0; i < words; i++) text.Append(i == 0 ? "" : " ").Append(Words[random.Next(Words.Length)]);
        return text.ToString();
    }
}
