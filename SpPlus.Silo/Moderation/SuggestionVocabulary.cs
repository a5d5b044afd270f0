using System.Collections.Frozen;
using System.Collections.Immutable;
using SpPlus.Contracts.Structures;
using SpPlus.Silo.Reference;
using SpPlus.Silo.Texts;

namespace SpPlus.Silo.Moderation;

/// <summary>
/// What the words of a text may point at: a structure by one of its names, or a kind of structure by what it does. Made once for
/// each version of the directory.
/// </summary>
internal sealed class SuggestionVocabulary
{
    public const int LongestPhrase = 12;

    private readonly FrozenDictionary<string, ImmutableArray<Pointer>> phrases;
    private readonly FrozenDictionary<string, ImmutableArray<Structure>> byKind;
    private readonly FrozenDictionary<StructureId, ImmutableArray<string>> places;

    public SuggestionVocabulary(ReferenceBook book)
    {
        Book = book;
        var subjects = Subject.Shipped;
        var all = book.Structures.All.Where(s => book.Structures.NetworkOf(s.Id).Value != "ditp").OrderBy(s => s.Id).ToArray();
        byKind = all.GroupBy(s => s.Kind).ToFrozenDictionary(g => g.Key, g => g.ToImmutableArray());
        phrases = subjects.Select(s => (s.Words, s.Pointer))
            .Concat(all.SelectMany(s => s.Aliases.Prepend(s.Name).Select(name => (Words: FoldedName.Of(name), Pointer: new Pointer { Structure = s.Id }))))
            .Where(p => p.Words.Length > 2)
            .GroupBy(p => p.Words)
            .ToFrozenDictionary(g => g.Key, g => g.Select(p => p.Pointer).Distinct().ToImmutableArray());
        var kinds = subjects.Where(s => s.Pointer.Kind is not null).ToLookup(s => s.Pointer.Kind!, s => s.Words);
        places = all.ToFrozenDictionary(s => s.Id, s => PlacesOf(s, kinds[s.Kind]));
    }

    public ReferenceBook Book { get; }

    public FrozenDictionary<string, ImmutableArray<Pointer>>.AlternateLookup<ReadOnlySpan<char>> Phrases => phrases.GetAlternateLookup<ReadOnlySpan<char>>();

    public ImmutableArray<Structure> OfKind(string kind) => byKind.GetValueOrDefault(kind, []);

    /// <summary>Where it is, folded, as its names say.</summary>
    public ImmutableArray<string> PlacesOf(StructureId structure) => places.GetValueOrDefault(structure, []);

    private static ImmutableArray<string> PlacesOf(Structure structure, IEnumerable<string> kindWords)
    {
        string[] prefixes = [FoldedName.Of(structure.Kind), .. kindWords, "service des impots des particuliers sip", "agence", "agence france travail"];
        return
        [
            .. structure.Aliases.Prepend(structure.Name).Select(FoldedName.Of)
                .SelectMany(name => prefixes.Where(p => name.StartsWith(p + " ", StringComparison.Ordinal)).Select(p => WithoutArticle(name[(p.Length + 1)..])))
                .Where(place => place.Length > 2).Distinct(),
        ];
    }

    private static string WithoutArticle(string place)
    {
        foreach (var article in (string[])["de la ", "de l ", "du ", "des ", "de ", "d ", "la ", "le ", "les "])
            if (place.StartsWith(article, StringComparison.Ordinal)) return place[article.Length..];
        return place;
    }

    /// <summary>What a phrase points at: one structure, all of a kind, or a network.</summary>
    public sealed record Pointer
    {
        public StructureId? Structure { get; init; }
        public string? Kind { get; init; }
        public bool IsSubject { get; init; }
    }
}
