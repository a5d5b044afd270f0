using System.Globalization;
using SpPlus.Contracts.Experiences;
using SpPlus.Contracts.Structures;

namespace SpPlus.Web.Agents;

/// <summary>The part of the history that the page shows, as its address says it.</summary>
public sealed record HistoryFilter(HistoryGroup? Group, StructureId? Structure, int? Before)
{
    public static readonly HistoryFilter None = new(null, null, null);

    /// <summary>Each group's word in the address.</summary>
    public static readonly (HistoryGroup Group, string Word)[] Words =
    [
        (HistoryGroup.Experience, "statuts"), (HistoryGroup.Responses, "reponses"), (HistoryGroup.Qualification, "qualification"),
        (HistoryGroup.Comments, "commentaires"), (HistoryGroup.Attachment, "rattachement"),
    ];

    public bool Any => Group is not null || Structure is not null;

    public HistoryQuery Query => new() { Group = Group, Structure = Structure, Before = Before };

    public string? Word => Array.Find(Words, w => w.Group == Group).Word;

    /// <summary>What the address does not say, or says wrongly, is not filtered.</summary>
    internal static HistoryFilter Of(IQueryCollection query) => new(
        Array.Find(Words, w => w.Word == query["historique"]) is { Word: not null } known ? known.Group : null,
        StructureId.TryParse(query["historique-structure"], out var structure) ? structure : null,
        int.TryParse(query["avant"], NumberStyles.None, CultureInfo.InvariantCulture, out var before) ? before : null);

    /// <summary>The same filter from there on; from the newest when null.</summary>
    internal string Address(ExperienceId id, StructureId? acting, int? before) =>
        $"/agents/experiences/{id}{QueryString.Create([
            .. Pair("structure", acting?.Value), .. Pair("historique", Word), .. Pair("historique-structure", Structure?.Value),
            .. Pair("avant", before?.ToString(CultureInfo.InvariantCulture)),
        ])}#historique";

    private static IEnumerable<KeyValuePair<string, string?>> Pair(string name, string? value) => value is null ? [] : [new(name, value)];
}
