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
        Span<char> digits = stackalloc char[Length + 1];
        var (count, words, at) = (0, 0, token);
        while (count < Length)
        {
            if (SpelledNumbers.At(text, at) is not { } part) return null;
            part.Digits.CopyTo(digits[count..]);
            (count, words, at) = (count + part.Digits.Length, words + (part.IsSpelled ? 1 : 0), part.End);
            if (count < Length && text.IsAny(at, ",.-/")) at++;
            if (count < Length && text.Before(at) == Gap.Line) return null;
        }

        return count == Length && words >= FewestWords && digits[1] != '0' && !Institutions.OwnsNational(digits[..Length].ToString()) ? EndBefore(text, at) : null;
    }

    private static int EndBefore(GuardedText text, int at)
    {
        while (text.Is(at - 1, TokenKind.Sign)) at--;
        return at;
    }
}
