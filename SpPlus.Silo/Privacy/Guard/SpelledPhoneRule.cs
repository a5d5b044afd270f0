using SpPlus.Contracts.Experiences;

namespace SpPlus.Silo.Privacy.Guard;

/// <summary>A telephone number in words: « zéro six, douze, trente-quatre, cinquante-six, soixante-dix-huit », some of it in digits or not.</summary>
internal sealed class SpelledPhoneRule : PersonalDataRule
{
    private const int Length = 10;
    private const int FewestWords = 2;

    public override PersonalDataKind Kind => PersonalDataKind.Phone;

    public override IEnumerable<Passage> In(GuardedText text)
    {
        for (var token = 0; token < text.Tokens.Count; token++)
        {
            if (!StartsWithZero(text, token) || NumberAt(text, token) is not { } end) continue;
            yield return new(text.Tokens[token].Start, text.Tokens[end - 1].End);
            token = end - 1;
        }
    }

    private static bool StartsWithZero(GuardedText text, int token) => SpelledNumbers.At(text, token) is { Digits: ['0', ..] };

    private static int? NumberAt(GuardedText text, int token)
    {
        var (digits, words, at) = ("", 0, token);
        while (digits.Length < Length)
        {
            if (SpelledNumbers.At(text, at) is not { } part) return null;
            digits += part.Digits;
            words += part.IsSpelled ? 1 : 0;
            at = part.End;
            if (digits.Length < Length && text.IsAny(at, ",.-/")) at++;
            if (text.Before(at) == Gap.Line && digits.Length < Length) return null;
        }

        return digits.Length == Length && words >= FewestWords && digits[1] != '0' && !Institutions.OwnsNational(digits) ? EndBefore(text, at) : null;
    }

    private static int EndBefore(GuardedText text, int at)
    {
        while (text.Is(at - 1, TokenKind.Sign)) at--;
        return at;
    }
}
