using SpPlus.Contracts.Experiences;

namespace SpPlus.Silo.Privacy.Guard;

/// <summary>
/// A street address: a number, what the street is, and its name; without a number after « j’habite » and the like. « À la rue »,
/// « 10 cours de français » and « 3 places » are none.
/// </summary>
internal sealed class StreetRule : PersonalDataRule
{
    private const int LongestName = 5;

    public override PersonalDataKind Kind => PersonalDataKind.Address;

    public override IEnumerable<Passage> In(GuardedText text)
    {
        for (var token = 0; token < text.Tokens.Count; token++)
        {
            if ((Numbered(text, token) ?? Unnumbered(text, token) ?? Residence(text, token) ?? English(text, token)) is not { } end) continue;
            yield return new(text.Tokens[First(text, token)].Start, text.Tokens[end - 1].End);
            token = end - 1;
        }
    }

    /// <summary>With the « n° » before the number.</summary>
    private static int First(GuardedText text, int token) => text.IsAny(token - 1, "°º") && text.Word(token - 2) == "n" ? token - 2 : token;

    private static int? Numbered(GuardedText text, int token)
    {
        var isNumber = text.Is(token, TokenKind.Digits) ? text.Tokens[token].Length <= 4 : StreetWords.Numbers.Contains(text.Word(token));
        if (!isNumber || text.Touches(token) && text.IsAny(token - 1, ".,/")) return null;
        var at = token + 1;
        if (text.Word(at) is "bis" or "ter" or "quater" || (text.Is(token, TokenKind.Digits) && text.IsAllCapitals(at) && text.Tokens[at].Length == 1)) at++;
        if (text.Is(at, ',')) at++;
        if (text.Is(token, TokenKind.Digits) && text.Word(at) is "de" or "du")
        {
            at++;
            if (text.Word(at) == "la") at++;
        }

        return Street(text, at, isNumbered: true);
    }

    /// <summary>Without a number, only where somebody says that they live there.</summary>
    private static int? Unnumbered(GuardedText text, int token)
    {
        const int LooksBack = 4;
        if (!text.Is(token, TokenKind.Word)) return null;
        var isLocality = text.Word(token) is "lieu" && text.Is(token + 1, '-') && text.Word(token + 2) is "dit";
        if (!isLocality && !StreetWords.Sure.Contains(text.Word(token))) return null;
        for (var before = token - 1; before >= 0 && token - before <= LooksBack && text.Before(before + 1) != Gap.Line; before--)
        {
            if (!StreetWords.Living.Contains(text.Word(before))) continue;
            return isLocality ? Name(text, token + 3, needsCapital: true) : Street(text, token, isNumbered: false);
        }

        return null;
    }

    /// <summary>The token after a street that begins here.</summary>
    private static int? Street(GuardedText text, int token, bool isNumbered)
    {
        if (!text.Is(token, TokenKind.Word) || text.Before(token) == Gap.Line) return null;
        var (word, at) = (text.Word(token), token + 1);
        var hasPoint = text.Is(at, '.') && text.Touches(at);
        if (hasPoint) at++;
        if (StreetWords.Sure.Contains(word) || (hasPoint && StreetWords.Abbreviated.Contains(word))) return Name(text, at, needsCapital: !isNumbered);
        return isNumbered && StreetWords.Sometimes.Contains(word) ? Name(text, at, needsCapital: true) : null;
    }

    /// <summary>The token after the street's name: small words, then names.</summary>
    private static int? Name(GuardedText text, int token, bool needsCapital)
    {
        var at = token;
        while (at - token < 4 && text.Before(at) != Gap.Line && (StreetWords.Particles.Contains(text.Word(at)) || text.Is(at, '\''))) at++;
        if (text.Before(at) == Gap.Line) return null;
        // Avenue du 8 Mai 1945.
        if (text.Is(at, TokenKind.Digits) && StreetWords.Months.Contains(text.Word(at + 1)))
            return text.Is(at + 2, TokenKind.Digits) && text.Tokens[at + 2].Length == 4 ? at + 3 : at + 2;
        if (!text.Is(at, TokenKind.Word) || text.Tokens[at].Length < 2) return null;
        if (needsCapital && !text.IsCapital(at) && !StreetWords.Landmarks.Contains(text.Word(at))) return null;
        // « 2 rue est barrée »: a street's name is no verb; a name in small letters is one or two words.
        if (!text.IsCapital(at) && CommonWords.Follows(text.Word(at)) && !StreetWords.Landmarks.Contains(text.Word(at))) return null;
        var first = at++;
        while (at - first < LongestName && Continues(text, at, isSmall: !text.IsCapital(first) && at - first < 2)) at += text.IsAny(at, "-'") ? 2 : 1;
        return at;
    }

    private static bool Continues(GuardedText text, int at, bool isSmall)
    {
        if (text.Touches(at) && text.IsAny(at, "-'") && text.Touches(at + 1)) return text.Is(at + 1, TokenKind.Word);
        if (text.Before(at) != Gap.Space || !text.Is(at, TokenKind.Word)) return false;
        if (text.IsCapital(at)) return !CommonWords.Follows(text.Word(at));
        return isSmall && text.Before(at - 1) == Gap.Space && !CommonWords.Follows(text.Word(at)) && text.Tokens[at].Length > 2;
    }

    /// <summary>A named residence with a building or a flat in it.</summary>
    private static int? Residence(GuardedText text, int token)
    {
        const int LooksAhead = 8;
        if (text.Word(token) is not ("residence" or "foyer" or "immeuble") || Name(text, token + 1, needsCapital: true) is not { } end) return null;
        int? last = null;
        for (var at = end; at - end < LooksAhead && text.Before(at) != Gap.Line; at++)
        {
            var isWithin = text.Word(at) is "appartement" or "appt" or "apt" or "batiment" or "bat" or "porte" or "escalier";
            if (isWithin && !text.Is(at + 1, ',')) last = text.Is(at + 1, '.') ? at + 3 : at + 2;
        }

        return last is { } found && found <= text.Tokens.Count ? found : null;
    }

    private static int? English(GuardedText text, int token)
    {
        if (!text.Is(token, TokenKind.Digits) || text.Tokens[token].Length > 4) return null;
        for (var at = token + 1; at - token <= 3 && text.IsCapital(at) && text.Before(at) == Gap.Space; at++)
            if (at > token + 1 && StreetWords.English.Contains(text.Word(at))) return at + 1;
        return null;
    }
}
