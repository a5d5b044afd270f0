using SpPlus.Contracts.Experiences;

namespace SpPlus.Silo.Privacy.Guard;

/// <summary>
/// NIR: fifteen digits whose last two are the key, however they are grouped. After a word that says what it is, thirteen are enough
/// and the key may be wrong: somebody copied it badly, and it still says who they are.
/// </summary>
internal sealed class SocialSecurityRule : PersonalDataRule
{
    private const int WithKey = 15;
    private const int WithoutKey = 13;
    private const int MaximumSeparators = 2;
    private const string Separators = " .-/_";

    private static readonly string[] Announced = ["secu", "nir", "n° ss", "numero ss", "no ss", "social security"];

    public override PersonalDataKind Kind => PersonalDataKind.SocialSecurityNumber;

    public override bool NeedsDigits => true;

    public override IEnumerable<Passage> In(GuardedText text)
    {
        for (var at = 0; at < text.Folded.Length; at++)
        {
            if (text.Folded[at] is not ((>= '1' and <= '4') or '7' or '8') || (at > 0 && char.IsLetterOrDigit(text.Folded[at - 1]))) continue;
            if (NumberAt(text, at) is not { } end) continue;
            yield return new(at, end);
            at = end - 1;
        }
    }

    private static int? NumberAt(GuardedText text, int start)
    {
        Span<char> number = stackalloc char[WithKey];
        var (count, separators, at, shortEnd) = (0, 0, start, 0);
        for (; at < text.Folded.Length && count < WithKey; at++)
        {
            var c = text.Folded[at];
            if (char.IsAsciiDigit(c) || (count == 6 && number[5] == '2' && c is 'A' or 'a' or 'B' or 'b')) (number[count++], separators) = (c, 0);
            else if (!Separators.Contains(c, StringComparison.Ordinal) || ++separators > MaximumSeparators) break;
            if (count == WithoutKey && shortEnd == 0) shortEnd = at + 1;
        }

        if (count == WithKey && EndsAt(text, at)) return HasKey(number) || IsAnnounced(text, start) ? at : null;
        return count == WithoutKey && EndsAt(text, shortEnd) && IsAnnounced(text, start) ? shortEnd : null;
    }

    private static bool EndsAt(GuardedText text, int at) => at == text.Folded.Length || !char.IsLetterOrDigit(text.Folded[at]);

    private static bool IsAnnounced(GuardedText text, int start)
    {
        const int LooksBack = 40;
        var before = text.Plain.AsSpan(Math.Max(0, start - LooksBack), Math.Min(start, LooksBack));
        foreach (var word in Announced)
            if (before.Contains(word, StringComparison.Ordinal)) return true;
        return false;
    }

    /// <summary>The last two digits are 97 less the rest of the others; Corsica's 2A and 2B count as 19 and 18.</summary>
    private static bool HasKey(ReadOnlySpan<char> number)
    {
        var rest = 0L;
        for (var at = 0; at < WithoutKey; at++)
        {
            // 2A becomes 19 and 2B becomes 18: the 2 before the letter counts as 1.
            var isCorsica = at == 5 && char.IsAsciiLetter(number[6]);
            var digit = isCorsica ? 1 : number[at] is 'A' or 'a' ? 9 : number[at] is 'B' or 'b' ? 8 : number[at] - '0';
            rest = (rest * 10) + digit;
        }

        return 97 - (int)(rest % 97) == ((number[13] - '0') * 10) + (number[14] - '0');
    }
}
