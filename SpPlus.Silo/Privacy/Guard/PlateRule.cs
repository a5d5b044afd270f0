using System.Collections.Frozen;
using SpPlus.Contracts.Experiences;

namespace SpPlus.Silo.Privacy.Guard;

/// <summary>
/// A number plate: AB-123-CD, or before 2009 123 ABC 75. In small letters or with spaces, many sentences look like one (« de 200 km »):
/// those need dashes, or a word that speaks of a vehicle.
/// </summary>
internal sealed class PlateRule : PersonalDataRule
{
    private const int LooksBack = 60;

    private static readonly string[] Vehicles =
    [
        "plaque", "immatric", "vehicule", "voiture", "moto", "scooter", "carte grise", "camion", "remorque", "amende", "garage", "clio",
        "twingo", "megane", "scenic", "peugeot", "renault", "citroen", "dacia", "conduis", "parking", " plate ", " car ",
    ];

    private static readonly FrozenSet<string> NotLetters = FrozenSet.ToFrozenSet(
    [
        "de", "du", "la", "le", "et", "en", "ce", "se", "me", "ne", "te", "je", "au", "un", "on", "sa", "ma", "ta", "si", "ni", "ou", "or",
        "es", "as", "ai",
        "km", "kg", "cm", "mm", "ha", "eu", "mo", "go", "ko", "kw", "ans", "eur", "bp", "cs", "tsa", "rue", "bis", "ter", "av", "bd",
        "des", "les", "jrs", "min", "no", "art",
    ]);

    public override PersonalDataKind Kind => PersonalDataKind.Plate;

    public override bool NeedsDigits => true;

    public override IEnumerable<Passage> In(GuardedText text)
    {
        for (var token = 0; token < text.Tokens.Count; token++)
        {
            if ((New(text, token) ?? Old(text, token)) is not { } end) continue;
            yield return new(text.Tokens[token].Start, text.Tokens[end].End);
            token = end;
        }
    }

    /// <summary>The last token of a plate of the present kind.</summary>
    private static int? New(GuardedText text, int token)
    {
        if (!IsLetters(text, token, 2, 2) || !StandsAlone(text, token)) return null;
        if (Next(text, token) is not { } digits || !text.Is(digits, TokenKind.Digits) || text.Tokens[digits].Length != 3) return null;
        if (Next(text, digits) is not { } last || !IsLetters(text, last, 2, 2) || !EndsAt(text, last)) return null;
        if (last == token + 2 && text.Touches(digits) && text.Touches(last)) return last;
        if (text.Is(token + 1, '-') && text.Is(digits + 1, '-')) return last;
        if (NotLetters.Contains(text.Word(token)) || NotLetters.Contains(text.Word(last))) return null;
        return (text.IsAllCapitals(token) && text.IsAllCapitals(last)) || SpeaksOfVehicles(text, token) ? last : null;
    }

    /// <summary>The last token of a plate from before 2009, with its département.</summary>
    private static int? Old(GuardedText text, int token)
    {
        if (!text.Is(token, TokenKind.Digits) || text.Tokens[token].Length is < 2 or > 4 || !StandsAlone(text, token)) return null;
        if (Next(text, token) is not { } letters || !IsLetters(text, letters, 1, 3)) return null;
        if (Next(text, letters) is not { } number || Department(text, number) is not { } last || !EndsAt(text, last)) return null;
        if (NotLetters.Contains(text.Word(letters)) || IsTimeOfDay(text, token, letters)) return null;
        return (text.IsAllCapitals(letters) && text.Tokens[letters].Length > 1 && text.Tokens[token].Length > 2) || SpeaksOfVehicles(text, token) ? last : null;
    }

    /// <summary>« vers 14 h 30 »: nobody has driven under one letter for sixty years.</summary>
    private static bool IsTimeOfDay(GuardedText text, int hours, int unit) => text.Tokens[hours].Length == 2 && text.Word(unit) == "h";

    private static int? Department(GuardedText text, int token)
    {
        if (!text.Is(token, TokenKind.Digits)) return null;
        if (text.Word(token) == "2" && text.Touches(token + 1) && text.Word(token + 1) is "a" or "b") return token + 1;
        return text.Tokens[token].Length == 2 || (text.Tokens[token].Length == 3 && text.Word(token).StartsWith("97", StringComparison.Ordinal)) ? token : null;
    }

    private static bool IsLetters(GuardedText text, int token, int fewest, int most)
    {
        if (!text.Is(token, TokenKind.Word) || text.Tokens[token].Length < fewest || text.Tokens[token].Length > most) return false;
        foreach (var letter in text.Typed(token))
            if (!char.IsAsciiLetter(letter)) return false;
        return true;
    }

    /// <summary>The token after a space, a dash, a point, or nothing.</summary>
    private static int? Next(GuardedText text, int token)
    {
        if (text.Before(token + 1) == Gap.Line) return null;
        return !text.IsAny(token + 1, "-.") ? token + 1 : text.Before(token + 2) == Gap.Line ? null : token + 2;
    }

    private static bool StandsAlone(GuardedText text, int token) => !text.Touches(token) || !text.IsAny(token - 1, "-./'_°");

    private static bool EndsAt(GuardedText text, int token) =>
        !text.Touches(token + 1) || (text.Is(token + 1, TokenKind.Sign) && !(text.IsAny(token + 1, "-/'_") && text.Touches(token + 2)));

    private static bool SpeaksOfVehicles(GuardedText text, int token)
    {
        var start = text.Tokens[token].Start;
        var around = text.Plain.AsSpan(Math.Max(0, start - LooksBack), Math.Min(text.Plain.Length, start + LooksBack) - Math.Max(0, start - LooksBack));
        foreach (var word in Vehicles)
            if (around.Contains(word, StringComparison.Ordinal)) return true;
        return false;
    }
}
