using System.Globalization;
using System.Text;

namespace SpPlus.Silo.Experiences.Decisions;

/// <summary>
/// Makes typed text storable and honest: composed form, line feeds, no control characters, no lone surrogate, nothing that
/// turns the direction of what follows it, no invisible padding. Right-to-left scripts and joined emoji stay as they are.
/// </summary>
internal static class Words
{
    /// <summary>Null for null; never longer than what was typed, in composed form.</summary>
    public static string? Clean(string? text)
    {
        if (text is null) return null;
        var clean = new StringBuilder(text.Length);
        var previousReturn = false;
        foreach (var rune in text.EnumerateRunes())
        {
            var isReturn = rune.Value == '\r';
            if (isReturn || rune.Value == '\n')
            {
                if (!previousReturn || isReturn) clean.Append('\n');
            }
            else if (rune.Value == '\t')
            {
                clean.Append(' ');
            }
            else if (!Rune.IsControl(rune) && !TurnsOrPads(rune.Value))
            {
                clean.Append(rune.ToString());
            }

            previousReturn = isReturn;
        }

        return clean.ToString().Normalize(NormalizationForm.FormC).Trim();
    }

    /// <summary>Null also for what has nothing to read in it.</summary>
    public static string? CleanOrNull(string? text) => Clean(text) is { } clean && VisibleLength(clean) > 0 ? clean : null;

    /// <summary>Characters that somebody can read: what a minimum length is about.</summary>
    public static int VisibleLength(string text)
    {
        var length = 0;
        foreach (var rune in text.EnumerateRunes())
            if (!Rune.IsWhiteSpace(rune) && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Format or UnicodeCategory.NonSpacingMark))
                length += rune.Utf16SequenceLength;
        return length;
    }

    private static bool TurnsOrPads(int value) => value
        is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069)
        or 0x200B or 0x2060 or 0xFEFF or 0x00AD or 0x180E
        or (>= 0xE0000 and <= 0xE007F);
}
