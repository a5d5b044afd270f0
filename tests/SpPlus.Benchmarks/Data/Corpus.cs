using System.Text;

namespace SpPlus.Benchmarks.Data;

/// <summary>French prose of a given length: it compresses and encodes as what people write does.</summary>
internal static class Corpus
{
    private static readonly string[] Subjects =
        ["le conseiller", "mon dossier", "la plateforme", "l’agence", "ma demande", "le service en ligne", "l’accueil téléphonique", "le courrier", "mon espace personnel", "la réponse"];

    private static readonly string[] Verbs =
        ["m’a renvoyé vers", "est resté sans suite malgré", "a enfin été débloqué grâce à", "ne correspondait pas à", "a tardé à cause de", "a été transmis avec", "mentionnait", "demandait de nouveau", "s’est arrêté à", "a clarifié"];

    private static readonly string[] Objects =
        ["une pièce justificative déjà envoyée", "un rendez-vous fixé trois semaines plus tard", "l’attestation de l’employeur", "un numéro qui ne répond pas", "l’étape de la déclaration", "mon changement d’adresse", "un formulaire introuvable", "la date du dernier versement", "une explication claire", "plusieurs relances"];

    public static readonly string[] Comments = [.. Enumerable.Range(0, 64).Select(i => Text(i, 220))];

    public static readonly string[] Responses = [.. Enumerable.Range(64, 64).Select(i => Text(i, 900))];

    public static string Text(int seed, int length)
    {
        var random = new Random(seed);
        var text = new StringBuilder(length + 120);
        while (text.Length < length)
        {
            var subject = Subjects[random.Next(Subjects.Length)];
            text.Append(char.ToUpperInvariant(subject[0])).Append(subject, 1, subject.Length - 1).Append(' ')
                .Append(Verbs[random.Next(Verbs.Length)]).Append(' ').Append(Objects[random.Next(Objects.Length)])
                .Append(", le ").Append(random.Next(1, 29)).Append('/').Append(random.Next(1, 13)).Append(" vers ")
                .Append(random.Next(8, 19)).Append(" h ").Append(random.Next(10, 60)).Append(". ");
        }

        return text.ToString(0, length).TrimEnd() + '.';
    }
}
