using System.Collections.Immutable;
using SpPlus.Contracts.Experiences;
using SpPlus.Contracts.Moderation;
using SpPlus.Silo.Texts;

namespace SpPlus.Silo.Moderation;

/// <summary>Which structures an experience may concern, and why: names and subjects in the text, the département, past re-attachments.</summary>
internal static class StructureSuggester
{
    private const int Most = 8;

    /// <summary>More of a kind in one département: none of them is named by its kind alone.</summary>
    private const int FewEnough = 3;

    /// <summary>The best first.</summary>
    public static ImmutableArray<StructureSuggestion> For(ExperienceView view, IReadOnlyCollection<Reattachment> reattachments, SuggestionVocabulary vocabulary)
    {
        var found = new Suggestions();
        foreach (var service in view.Services) found.Add(service.Structure, new SuggestionReason { Kind = SuggestionKind.Author });
        var text = FoldedName.Of(string.Join(' ', view.Title, view.Story, view.Procedure));
        foreach (var (pointer, words, count) in Mentions(text, vocabulary)) Take(pointer, words, count);
        if (vocabulary.Book.Data.Procedures.FirstOrDefault(p => p.Name == view.Procedure)?.Network is { } network && !found.HasAnyOf(network, vocabulary.Book.Structures))
            found.Add(network, new SuggestionReason { Kind = SuggestionKind.Procedure });
        foreach (var one in reattachments.Where(r => found.Has(r.From) && vocabulary.Book.Structures.Contains(r.To)))
            found.Add(one.To, new SuggestionReason { Kind = SuggestionKind.Reattached, From = one.From, Count = one.Count });
        return found.Best(Most);

        void Take(SuggestionVocabulary.Pointer pointer, string words, int count)
        {
            var reason = new SuggestionReason { Kind = pointer.IsSubject ? SuggestionKind.Subject : SuggestionKind.Named, Words = words, Count = count };
            if (pointer.Structure is { } structure) found.Add(structure, reason);
            if (pointer.Kind is not { } kind || view.Department is not { } department) return;
            var near = vocabulary.OfKind(kind).Where(s => s.Department == department).ToArray();
            var named = near.Where(s => vocabulary.PlacesOf(s.Id).Any(place => Says(text, place))).ToArray();
            foreach (var one in named) found.Add(one.Id, reason, new SuggestionReason { Kind = SuggestionKind.Place });
            if (named.Length > 0) return;
            if (near.Length <= FewEnough)
                foreach (var one in near) found.Add(one.Id, reason, new SuggestionReason { Kind = SuggestionKind.Department });
            else if (near.Select(s => s.Parent).Distinct().ToArray() is [{ } parent])
                found.Add(parent, reason, new SuggestionReason { Kind = SuggestionKind.Department });
        }
    }

    /// <summary>The longest phrases of the vocabulary in the text, each with how often it stands there.</summary>
    private static IEnumerable<(SuggestionVocabulary.Pointer Pointer, string Words, int Count)> Mentions(string text, SuggestionVocabulary vocabulary)
    {
        var starts = new List<int> { 0 };
        for (var i = 0; i < text.Length; i++)
            if (text[i] == ' ') starts.Add(i + 1);
        starts.Add(text.Length + 1);
        var counts = new Dictionary<string, (ImmutableArray<SuggestionVocabulary.Pointer> Pointers, int Count)>();
        var phrases = vocabulary.Phrases;
        for (var at = 0; at < starts.Count - 1; at++)
        {
            for (var length = Math.Min(SuggestionVocabulary.LongestPhrase, starts.Count - 1 - at); length > 0; length--)
            {
                var words = text.AsSpan(starts[at]..(starts[at + length] - 1));
                if (!phrases.TryGetValue(words, out var pointers)) continue;
                var key = words.ToString();
                counts[key] = (pointers, counts.GetValueOrDefault(key).Count + 1);
                at += length - 1;
                break;
            }
        }

        return counts.SelectMany(phrase => phrase.Value.Pointers.Select(pointer => (pointer, phrase.Key, phrase.Value.Count)));
    }

    private static bool Says(string text, string place)
    {
        for (var at = text.IndexOf(place, StringComparison.Ordinal); at >= 0; at = text.IndexOf(place, at + 1, StringComparison.Ordinal))
            if ((at == 0 || text[at - 1] == ' ') && (at + place.Length == text.Length || text[at + place.Length] == ' ')) return true;
        return false;
    }
}
