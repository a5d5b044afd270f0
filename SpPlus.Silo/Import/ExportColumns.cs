using System.Collections.Frozen;

namespace SpPlus.Silo.Import;

/// <summary>The columns of the open-data export, by their folded names: the CSV's own, and those of its JSON re-use.</summary>
internal static class ExportColumns
{
    public const int MaximumStructures = 3;

    public static readonly string[] Id = ["id experience"];
    public static readonly string[] State = ["etat experience"];
    public static readonly string[] PublishedAt = ["date de publication"];
    public static readonly string[] WrittenAt = ["ecrit le"];
    public static readonly string[] Title = ["titre"];
    public static readonly string[] Story = ["description"];
    public static readonly string[] Pseudonym = ["pseudonyme usager", "pseudonyme"];
    public static readonly string[] Feeling = ["ressenti usager"];
    public static readonly string[] Country = ["pays"];
    public static readonly string[] Department = ["intitule departement usager", "departement"];
    public static readonly string[] Procedure = ["demarches saisies par usager"];
    public static readonly string[] BusinessTags = ["tags metiers"];
    public static readonly string[] Improvement = ["amelioration de service a considerer"];
    public static readonly string[] AnsweredAt = ["date de premiere reponse"];

    /// <summary>Several values joined in one field: the JSON re-use.</summary>
    public static readonly string[] JoinedStructures = ["structures"];
    public static readonly string[] JoinedChannels = ["canaux"];
    public static readonly string[] JoinedResponses = ["reponse structure"];

    public static readonly string[] ActionDate = ["date action engagee"];
    public static readonly string[] GeneralTags =
        ["accessibilite", "information explication", "relation", "reactivite", "simplicite complexite"];

    public static string[] StructureName(int n) => [$"intitule structure {n}"];

    public static string[] Channels(int n) => [$"canaux typologie {n}"];

    public static string[] Response(int n) => [$"reponse structure {n}"];

    public static string[] Similarity(int n) => [$"taux de similarite reponse ia structure {n}"];

    public static string[] Usefulness(int n) => [$"evaluation utile reponse structure {n} par visiteurs"];

    private static readonly FrozenSet<string> Read =
    [
        .. Id, .. State, .. PublishedAt, .. WrittenAt, .. Title, .. Story, .. Pseudonym, .. Feeling, .. Country, .. Department,
        .. Procedure, .. BusinessTags, .. Improvement, .. AnsweredAt, .. JoinedStructures, .. JoinedChannels, .. JoinedResponses,
        .. GeneralTags,
        .. Enumerable.Range(1, MaximumStructures).SelectMany(n => (string[])[.. StructureName(n), .. Channels(n), .. Response(n)]),
    ];

    public static bool IsRead(string folded) => Read.Contains(folded);
}
