using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using SpPlus.Contracts.Structures;
using SpPlus.Contracts.Texts;

namespace SpPlus.Web.Reference;

/// <summary>Finds structures by the beginnings of words of their names and aliases; accents, case and apostrophes do not matter.</summary>
internal sealed class StructureSearch(ImmutableArray<Structure> structures)
{
    private readonly ImmutableArray<(Structure Structure, string Text)> entries =
        [.. structures.Select(s => (s, " " + Fold(string.Join(' ', [s.Name, s.Kind, s.Department ?? "", .. s.Aliases]))))];

    /// <summary>Every word of the query begins a word of the structure; those whose name begins with the query come first.</summary>
    public ImmutableArray<Structure> Find(string? query, int limit)
    {
        var words = Fold(query ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length is 0 or > 12) return [];
        var prefix = " " + string.Join(' ', words);
        return
        [
            .. entries
                .Where(e => words.All(w => e.Text.Contains(" " + w, StringComparison.Ordinal)))
                .OrderBy(e => e.Text.StartsWith(prefix, StringComparison.Ordinal) ? 0 : 1)
                .ThenBy(e => e.Structure.Name.Length)
                .ThenBy(e => e.Structure.Name, StringComparer.Ordinal)
                .Take(limit)
                .Select(e => e.Structure),
        ];
    }

    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in WellFormed.Of(text).Replace("œ", "oe", StringComparison.OrdinalIgnoreCase).Normalize(NormalizationForm.FormD))
            if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
                folded.Append(char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : ' ');
        return folded.ToString();
    }
}
