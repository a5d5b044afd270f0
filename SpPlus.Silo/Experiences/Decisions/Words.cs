using System.Globalization;
using System.Text;
using SpPlus.Contracts.Texts;

namespace SpPlus.Silo.Experiences.Decisions;

/// <summary>
/// Makes typed text storable and honest: composed form, line feeds, no control characters, no lone surrogate or noncharacter, nothing that
/// turns the direction of what follows it, no invisible padding. Right-to-left scripts and joined emoji stay as they are.
/// </summary>
internal static class Words
{
    private const int NextLine = 0x85;
    private static readonly char[] LineEnds = ['\n', '\u2028', '\u2029'];

    /// <summary>Null for null; never longer than what was typed, in composed form.</summary>
    public static string? Clean(string? text)
    {
        if (text is null) return null;
        var clean = new StringBuilder(text.Length);
        Span<char> characters = stackalloc char[2];
        var previousReturn = false;
        foreach (var rune in text.EnumerateRunes())
        {
            var isReturn = rune.Value == '\r';
            if (isReturn || rune.Value == '\n')
            {
                if (!previousReturn || isReturn) clean.Append('\n');
            }
            else if (rune.Value is '\t' or NextLine)
            {
                clean.Append(' ');
            }
            else if (!Rune.IsControl(rune) && !WellFormed.IsNoncharacter(rune) && !TurnsOrPads(rune.Value))
            {
                clean.Append(characters[..rune.EncodeToUtf16(characters)]);
            }

            previousReturn = isReturn;
        }

        return clean.ToString().Normalize(NormalizationForm.FormC).Trim();
    }

    /// <summary>Null also for what has nothing to read in it.</summary>
    public static string? CleanOrNull(string? text) => NullIfBlank(Clean(text));

    /// <summary>Also one line: for what goes into headings, lists and the subjects of mails.</summary>
    public static string? CleanLine(string? text) =>
        Clean(text) is { } clean ? string.Join(' ', clean.Split(LineEnds, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)) : null;

    /// <summary>Null also for what has nothing to read in it.</summary>
    public static string? CleanLineOrNull(string? text) => NullIfBlank(CleanLine(text));

    /// <summary>Characters that somebody can read: what a minimum length is about.</summary>
    public static int VisibleLength(string text)
    {
        var length = 0;
        foreach (var rune in text.EnumerateRunes())
            if (!Rune.IsWhiteSpace(rune) && !LooksEmpty(rune)) length += rune.Utf16SequenceLength;
        return length;
    }

    private static string? NullIfBlank(string? clean) => clean is not null && VisibleLength(clean) > 0 ? clean : null;

    // Hangul fillers and the empty braille pattern are letters and symbols that show nothing.
    private static bool LooksEmpty(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark
        || rune.Value is 0x115F or 0x1160 or 0x3164 or 0xFFA0 or 0x2800;

    private static bool TurnsOrPads(int value) => value
        is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069)
        or 0x200B or 0x2060 or 0xFEFF or 0x00AD or 0x180E
        or (>= 0xE0000 and <= 0xE007F);
}
