using System.Buffers;
using SpPlus.Contracts.Texts;
using SpPlus.Silo.Experiences.Decisions;

namespace SpPlus.Silo.Import;

/// <summary>A text of the source made storable by the same rule as typed ones, saying so when that changed what can be read.</summary>
internal static class SourceText
{
    /// <summary>What the rule leaves as it is: nearly every text of the source, told at the speed of a scan.</summary>
    private static readonly SearchValues<char> Plain = SearchValues.Create(
    [
        '\n', .. Range(' ', '~'), .. Range('\u00A0', '\u00AC'), .. Range('\u00AE', '\u00FF'), .. "ŒœŸ’‘“”…–—€",
    ]);

    public static string? Clean(string? raw, ICollection<Remark> remarks)
    {
        if (raw is null) return null;
        if (!raw.AsSpan().ContainsAnyExcept(Plain)) return raw.Trim() is { Length: > 0 } trimmed ? trimmed : null;
        if (Words.CleanOrNull(raw) is not { } clean) return null;
        if (raw.Contains('\uFFFD', StringComparison.Ordinal)) remarks.Add(new(RemarkKind.UnreadableBytes));
        else if (clean.Length != Untouched(raw).Length) remarks.Add(new(RemarkKind.ControlCharacters));
        return clean;
    }

    private static string Untouched(string raw) => WellFormed.Of(raw).ReplaceLineEndings("\n").Normalize().Trim();

    private static IEnumerable<char> Range(char first, char last)
    {
        for (var c = first; c <= last; c++) yield return c;
    }
}
