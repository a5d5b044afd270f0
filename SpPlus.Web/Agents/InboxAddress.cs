using System.Collections.Immutable;
using Microsoft.AspNetCore.WebUtilities;
using SpPlus.Contracts.Accounts;
using SpPlus.Contracts.Experiences;
using SpPlus.Contracts.Structures;
using SpPlus.Contracts.Texts;
using SpPlus.Web.Experiences;
using SpPlus.Web.Reference;

namespace SpPlus.Web.Agents;

/// <summary>The inbox's view and filters as its address carries them. What is not in the reference data filters nothing.</summary>
public sealed record InboxAddress
{
    private const int LongestText = 200;
    private const string Yes = "oui";

    private static readonly (InboxAge Age, string Word)[] Ages =
    [
        (InboxAge.Under48Hours, "moins-de-48-h"), (InboxAge.From48To72Hours, "48-a-72-h"), (InboxAge.Over72Hours, "plus-de-72-h"),
        (InboxAge.Over7Days, "plus-de-7-j"),
    ];

    public InboxView View { get; init; } = InboxView.Waiting;
    public StructureId? Structure { get; init; }

    /// <summary>The structure without those below it.</summary>
    public bool Alone { get; init; }
    public InboxAge? Age { get; init; }
    public string? Channel { get; init; }
    public ImmutableArray<Feeling> Feelings { get; init; } = [];
    public string? GeneralTag { get; init; }
    public string? BusinessTag { get; init; }
    public string? Text { get; init; }
    public bool Mine { get; init; }
    public bool Flagged { get; init; }

    internal static string Word(InboxAge age) => Array.Find(Ages, a => a.Age == age).Word;

    internal static InboxAddress Of(IQueryCollection query, ReferenceBook reference) => new()
    {
        View = InboxView.All.FirstOrDefault(v => v.Word == query["statut"]) ?? InboxView.Waiting,
        Structure = StructureId.TryParse(query["structure"], out var structure) && reference.Structures.Contains(structure) ? structure : null,
        Alone = query["seule"] == Yes,
        Age = Ages.Where(a => a.Word == query["age"]).Select(a => (InboxAge?)a.Age).FirstOrDefault(),
        Channel = query["canal"].ToString() is { Length: > 0 } channel && reference.Channel(channel) is not null ? channel : null,
        Feelings = [.. Enum.GetValues<Feeling>().Where(f => query["ressenti"].Contains(PublicListFilters.Word(f)))],
        GeneralTag = query["tag"].ToString() is { Length: > 0 } tag && reference.GeneralTag(tag) is not null ? tag : null,
        BusinessTag = query["metier"].ToString() is { Length: > 0 } business && reference.BusinessTag(business) is not null ? business : null,
        Text = TextOf(query["cherche"]),
        Mine = query["moi"] == Yes,
        Flagged = query["signalees"] == Yes,
    };

    /// <summary>Reads what <see cref="ToString"/> wrote, or what somebody would have had it write.</summary>
    internal static InboxAddress Parse(string? query, ReferenceBook reference) =>
        Of(new QueryCollection(QueryHelpers.ParseQuery(query)), reference);

    /// <summary>Each part of the address, in the one order that it is written in.</summary>
    public IEnumerable<KeyValuePair<string, string?>> Parts
    {
        get
        {
            yield return new("statut", View.Word);
            if (Structure is { } structure) yield return new("structure", structure.Value);
            if (Alone) yield return new("seule", Yes);
            if (Age is { } age) yield return new("age", Word(age));
            if (Channel is not null) yield return new("canal", Channel);
            foreach (var feeling in Feelings) yield return new("ressenti", PublicListFilters.Word(feeling));
            if (GeneralTag is not null) yield return new("tag", GeneralTag);
            if (BusinessTag is not null) yield return new("metier", BusinessTag);
            if (Text is not null) yield return new("cherche", Text);
            if (Mine) yield return new("moi", Yes);
            if (Flagged) yield return new("signalees", Yes);
        }
    }

    public bool IsFiltered => Parts.Skip(1).Any();

    public string Path(string? after = null) =>
        "/agents" + QueryString.Create(after is null ? Parts : Parts.Append(new("apres", after)));

    /// <summary>Without its path: what is kept of it.</summary>
    public override string ToString() => QueryString.Create(Parts).ToString();

    internal InboxQuery Query(string? after) => new()
    {
        Status = View.OnlyStatus, Waiting = View == InboxView.Waiting, Structure = Structure, WithDescendants = !Alone, Age = Age, Channel = Channel,
        Feelings = Feelings, GeneralTag = GeneralTag, BusinessTag = BusinessTag, Text = Text, AssignedToMe = Mine, Flagged = Flagged, After = after,
    };

    private static string? TextOf(string? typed) =>
        WellFormed.Of(WellFormed.Cut((typed ?? "").Replace('\0', ' '), LongestText)).Trim() is { Length: > 0 } text ? text : null;
}
