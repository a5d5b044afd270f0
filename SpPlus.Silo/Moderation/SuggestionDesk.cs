using System.Collections.Immutable;
using SpPlus.Contracts.Experiences;
using SpPlus.Contracts.Moderation;
using SpPlus.Silo.Reference;

namespace SpPlus.Silo.Moderation;

/// <summary>Suggests for one experience after another, with one vocabulary as long as the directory stays the same.</summary>
internal sealed class SuggestionDesk(ReferenceLibrary reference, ReattachmentQueries reattachments)
{
    private SuggestionVocabulary? vocabulary;

    public async Task<ImmutableArray<StructureSuggestion>> For(ExperienceView view)
    {
        var book = reference.Current;
        var current = vocabulary is { } known && known.Book == book ? known : vocabulary = new(book);
        var without = StructureSuggester.For(view, [], current);
        return StructureSuggester.For(view, await reattachments.From(without.Select(s => s.Structure)), current);
    }
}
