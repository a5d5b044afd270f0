using System.Collections.Frozen;
using System.Globalization;

namespace SpPlus.Silo.Privacy.Guard;

/// <summary>Numbers below a hundred as people say them, one pair of a telephone number at a time; a digit alone in English.</summary>
internal static class SpelledNumbers
{
    private static readonly FrozenDictionary<string, int> Words = new Dictionary<string, int>
    {
        ["zero"] = 0, ["un"] = 1, ["une"] = 1, ["deux"] = 2, ["trois"] = 3, ["quatre"] = 4, ["cinq"] = 5, ["six"] = 6, ["sept"] = 7, ["huit"] = 8,
        ["neuf"] = 9, ["dix"] = 10, ["onze"] = 11, ["douze"] = 12, ["treize"] = 13, ["quatorze"] = 14, ["quinze"] = 15, ["seize"] = 16,
        ["vingt"] = 20, ["vingts"] = 20, ["trente"] = 30, ["quarante"] = 40, ["cinquante"] = 50, ["soixante"] = 60,
        ["septante"] = 70, ["huitante"] = 80, ["nonante"] = 90,
        ["oh"] = 0, ["one"] = 1, ["two"] = 2, ["three"] = 3, ["four"] = 4, ["five"] = 5, ["seven"] = 7, ["eight"] = 8, ["nine"] = 9,
    }.ToFrozenDictionary();

    /// <summary>The digits, and the token after them; at most two digits are read of digits.</summary>
    public static (string Digits, int End, bool IsSpelled)? At(GuardedText text, int token)
    {
        if (text.Is(token, TokenKind.Digits) && text.Tokens[token].Length <= 2) return (text.Word(token), token + 1, false);
        if (!Words.TryGetValue(text.Word(token), out var value)) return null;
        var end = token + 1;
        if (value == 4 && Joined(text, end, out var twenty) == 20) (value, end) = (80, twenty);
        if (value is 20 or 30 or 40 or 50 or 60 or 70 or 80 or 90) (value, end) = WithUnits(text, value, end);
        else if (value == 10 && Joined(text, end, out var teen) is >= 7 and <= 9 and var unit) (value, end) = (10 + unit, teen);
        return (value < 10 ? $"{value}" : value.ToString("00", CultureInfo.InvariantCulture), end, true);
    }

    /// <summary>Soixante-dix-huit and quatre-vingt-dix-huit count from ten on.</summary>
    private static (int Value, int End) WithUnits(GuardedText text, int tens, int end)
    {
        if (text.Word(end) == "et" && text.Before(end) != Gap.Line && Joined(text, end + 1, out var afterAnd) is (1 or 11) and var one) return (tens + one, afterAnd);
        if (Joined(text, end, out var next) is not { } units) return (tens, end);
        if (units is >= 1 and <= 9) return (tens + units, next);
        if (tens is not (60 or 80) || units is < 10 or > 16) return (tens, end);
        return units == 10 && Joined(text, next, out var last) is >= 7 and <= 9 and var unit ? (tens + 10 + unit, last) : (tens + units, next);
    }

    /// <summary>The number of the next word when only a space or a dash stands before it.</summary>
    private static int? Joined(GuardedText text, int token, out int end)
    {
        if (text.Is(token, '-') && text.Touches(token + 1)) token++;
        end = token + 1;
        return text.Before(token) != Gap.Line && text.Is(token, TokenKind.Word) && Words.TryGetValue(text.Word(token), out var value) ? value : null;
    }
}
