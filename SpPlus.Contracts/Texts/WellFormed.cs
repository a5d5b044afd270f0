using System.Buffers;
using System.Text;

namespace SpPlus.Contracts.Texts;

/// <summary>
/// Text that Unicode means to be exchanged. <see cref="string.Normalize()"/> throws on half of a surrogate pair and on U+FFFE,
/// and anybody can type both.
/// </summary>
public static class WellFormed
{
    private static readonly SearchValues<char> Noncharacters = SearchValues.Create(
        [.. Enumerable.Range(0xFDD0, 0x20).Append(0xFFFE).Append(0xFFFF).Select(value => (char)value)]);

    /// <summary>The same length at most, a replacement character for each code point that no text has.</summary>
    public static string Of(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF') && !text.AsSpan().ContainsAny(Noncharacters)) return text;
        var formed = new StringBuilder(text.Length);
        Span<char> characters = stackalloc char[2];
        foreach (var rune in text.EnumerateRunes())
        {
            var kept = IsNoncharacter(rune) ? Rune.ReplacementChar : rune;
            formed.Append(characters[..kept.EncodeToUtf16(characters)]);
        }

        return formed.ToString();
    }

    public static bool IsNoncharacter(Rune rune) => (rune.Value & 0xFFFE) == 0xFFFE || rune.Value is >= 0xFDD0 and <= 0xFDEF;

    /// <summary>The beginning, not longer than this, that does not end within a character.</summary>
    public static string Cut(string text, int length)
    {
        if (text.Length <= length) return text;
        return text[..(char.IsSurrogatePair(text[length - 1], text[length]) ? length - 1 : length)];
    }
}
