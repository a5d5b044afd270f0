using System.Collections.Frozen;
using System.Collections.Immutable;
using SpPlus.Contracts.Experiences;
using SpPlus.Contracts.Reference;
using SpPlus.Contracts.Structures;
using SpPlus.Silo.Reference;
using SpPlus.Silo.Texts;

namespace SpPlus.Silo.Import;

/// <summary>What the source writes in French, as ids of the reference lists. Immutable: the same book gives the same facts.</summary>
internal sealed class ImportVocabulary(ReferenceBook book)
{
    private static readonly ImmutableArray<(string Label, string Id)> OtherChannelLabels =
    [
        ("visio/video", "video-call"), ("visioconference", "video-call"), ("courriel", "email"), ("mail", "email"), ("email", "email"),
        ("telephone", "phone"), ("tchat", "chat"), ("chat", "chat"), ("guichet", "front-desk"), ("accueil physique", "front-desk"),
        ("site internet", "online-procedure"), ("espace personnel", "personal-account"),
    ];

    private static readonly FrozenDictionary<string, Feeling> Feelings = new Dictionary<string, Feeling>
    {
        ["positif"] = Feeling.Positive, ["positive"] = Feeling.Positive,
        ["neutre"] = Feeling.Neutral, ["neutral"] = Feeling.Neutral,
        ["negatif"] = Feeling.Negative, ["negative"] = Feeling.Negative,
    }.ToFrozenDictionary();

    private readonly FrozenDictionary<string, string> channels = ByLabel(book.Data.Channels, OtherChannelLabels);
    private readonly FrozenDictionary<string, string> improvements = ByLabel(book.Data.Improvements, []);
    private readonly FrozenDictionary<string, string> countries = ByLabel(book.Data.Countries, []);
    private readonly FrozenDictionary<string, string> departments = book.Data.Departments
        .SelectMany(d => new[] { (Key: FoldedName.Of(d.Name), d.Code), (Key: FoldedName.Of(d.Code), d.Code) })
        .DistinctBy(d => d.Key)
        .ToFrozenDictionary(d => d.Key, d => d.Code);

    private readonly FrozenDictionary<(StructureId Network, string Label), string> businessTags = book.Data.Networks
        .SelectMany(n => n.BusinessTags.Select(t => (Key: (n.Id, FoldedName.Of(t.French)), t.Id)))
        .DistinctBy(t => t.Key)
        .ToFrozenDictionary(t => t.Key, t => t.Id);

    private readonly FrozenSet<string> businessTagLabels = book.Data.Networks
        .SelectMany(n => n.BusinessTags.Select(t => FoldedName.Of(t.French)))
        .ToFrozenSet();

    public StructureNames Structures { get; } = new(book.Data.Structures);

    /// <summary>The general tags, each with the name of its column.</summary>
    public ImmutableArray<(string Column, string Id)> GeneralTags { get; } =
        [.. book.Data.GeneralTags.Select(t => (FoldedName.Of(t.French), t.Id))];

    public static Feeling? FeelingOf(string? label) =>
        label is not null && Feelings.TryGetValue(FoldedName.Of(label), out var feeling) ? feeling : null;

    public string? Channel(string label) => channels.GetValueOrDefault(FoldedName.Of(label));

    public string? Improvement(string label) => improvements.GetValueOrDefault(FoldedName.Of(label));

    public string? Department(string name) => departments.GetValueOrDefault(FoldedName.Of(name));

    public string? Country(string name) =>
        book.HasCountry(name) ? name : countries.GetValueOrDefault(FoldedName.Of(name));

    public string? BusinessTag(StructureId structure, string label) =>
        businessTags.GetValueOrDefault((book.Structures.NetworkOf(structure), FoldedName.Of(label)));

    public ImmutableArray<string> SplitBusinessTags(string joined) =>
    [
        .. joined.Split(['|', ';', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(part => JoinedNames.Split(part, label => businessTagLabels.Contains(FoldedName.Of(label))))
            .Distinct(),
    ];

    private static FrozenDictionary<string, string> ByLabel(
        ImmutableArray<Term> terms, ImmutableArray<(string Label, string Id)> others) => terms
        .Select(t => (Label: t.French, t.Id))
        .Concat(others.Where(o => terms.Any(t => t.Id == o.Id)))
        .Select(t => (Label: FoldedName.Of(t.Label), t.Id))
        .DistinctBy(t => t.Label)
        .ToFrozenDictionary(t => t.Label, t => t.Id);
}
