using System.Collections.Frozen;
using System.Text;
using SpPlus.Contracts.Experiences;

namespace SpPlus.Silo.Privacy.Guard;

/// <summary>
/// An address, also when it is written so that machines do not see it: « prenom point nom arobase exemple point fr ». Institutions'
/// own addresses are left.
/// </summary>
internal sealed class EmailRule : PersonalDataRule
{
    private const int Longest = 40;
    private const string LocalSigns = "._%+-'&";

    private static readonly FrozenSet<string> AtWords = FrozenSet.ToFrozenSet(["arobase", "arobas", "arrobase", "arobaze", "arobasse"]);
    private static readonly FrozenSet<string> BracketedAtWords = FrozenSet.ToFrozenSet(["at", "a", "arobase", "arobas"]);
    private static readonly FrozenSet<string> JoinWords = FrozenSet.ToFrozenSet(["point", "dot", "tiret", "underscore"]);
    /// <summary>How a form shows what an address looks like.</summary>
    private static readonly FrozenSet<string> Placeholders = FrozenSet.ToFrozenSet(["prenom.nom", "nom.prenom", "votre.nom", "xxx", "xxxx"]);

    private static readonly FrozenSet<string> Endings = FrozenSet.ToFrozenSet(
    [
        "fr", "com", "net", "org", "eu", "be", "ch", "de", "uk", "es", "it", "lu", "re", "info",
    ]);

    public override PersonalDataKind Kind => PersonalDataKind.Email;

    public override IEnumerable<Passage> In(GuardedText text)
    {
        var from = 0;
        for (var token = 0; token < text.Tokens.Count; token++)
        {
            if (At(text, token) is not { } at || Left(text, at.First, at.IsSpelled, from) is not { } first) continue;
            var (domain, end) = Domain(text, at.Last + 1, at.IsSpelled);
            if (domain.Length == 0 || (at.IsWord && !IsSpelled(domain))) continue;
            token = from = end;
            var local = text.Plain[text.Tokens[first].Start..text.Tokens[at.First - 1].End];
            if (!Placeholders.Contains(local) && !Institutions.Owns(domain.Replace(" ", "", StringComparison.Ordinal)))
                yield return new(text.Tokens[first].Start, text.Tokens[end - 1].End);
            token--;
        }
    }

    private static (int First, int Last, bool IsSpelled, bool IsWord)? At(GuardedText text, int token)
    {
        if (text.Is(token, '@')) return (token, token, false, false);
        if (text.IsAny(token, "([{<") && BracketedAtWords.Contains(text.Word(token + 1)) && text.IsAny(token + 2, ")]}>"))
            return (token, token + 2, true, false);
        if (!text.Is(token, TokenKind.Word) || text.Before(token) == Gap.Line) return null;
        if (AtWords.Contains(text.Word(token))) return (token, token, true, false);
        return text.Word(token) is "at" or "chez" && text.Before(token) == Gap.Space ? (token, token, true, true) : null;
    }

    /// <summary>« At » and « chez » are words: what follows them must end as addresses do.</summary>
    private static bool IsSpelled(string domain) => domain.LastIndexOf(" .", StringComparison.Ordinal) is >= 0 and var dot && Endings.Contains(domain[(dot + 2)..]);

    /// <summary>The first token of what stands before the at sign.</summary>
    private static int? Left(GuardedText text, int at, bool isSpelled, int from)
    {
        if (text.Before(at) == Gap.Line) return null;
        var first = at;
        while (first > from && at - first < Longest && (first == at || text.Touches(first) || (isSpelled && JoinsAt(text, first))))
        {
            if (text.Is(first - 1, TokenKind.Sign) && !text.IsAny(first - 1, LocalSigns)) break;
            first--;
        }

        while (first < at && text.Is(first, TokenKind.Sign)) first++;
        return first < at ? first : null;
    }

    private static bool JoinsAt(GuardedText text, int token) =>
        text.Before(token) == Gap.Space && (JoinWords.Contains(text.Word(token)) || JoinWords.Contains(text.Word(token - 1)));

    /// <summary>The domain, with a space before each part that was spelled; and the token after it.</summary>
    private static (string Domain, int End) Domain(GuardedText text, int token, bool isSpelled)
    {
        var (domain, at, parts) = (new StringBuilder(), token, 0);
        if (text.Before(token) == Gap.Line) return ("", token);
        while (at - token < Longest && Label(text, at) is var end && end > at)
        {
            domain.Append(text.Plain, text.Tokens[at].Start, text.Tokens[end - 1].End - text.Tokens[at].Start);
            (at, parts) = (end, parts + 1);
            if (parts > 1 && Endings.Contains(text.Word(at - 1)) && !text.IsCapital(at - 1) && text.IsCapital(at + 1)) break;
            if (Separator(text, at) is not { } next || Label(text, next) == next) break;
            domain.Append(text.Touches(at) && text.IsAny(at, ".,") ? "." : " .");
            at = next;
        }

        return parts > 1 && text.Is(at - 1, TokenKind.Word) && text.Tokens[at - 1].Length > 1 ? (domain.ToString(), at) : ("", token);
    }

    /// <summary>The token after a part of a domain: letters, digits and dashes that stand together.</summary>
    private static int Label(GuardedText text, int token)
    {
        var end = token;
        while (end - token < Longest && (end == token || text.Touches(end)) && IsPart(end)) end++;
        return end;

        bool IsPart(int at) => text.Is(at, TokenKind.Word) || text.Is(at, TokenKind.Digits) || (at > token && text.Is(at, '-'));
    }

    /// <summary>The token after a point, typed or spelled, when another part follows it.</summary>
    private static int? Separator(GuardedText text, int token)
    {
        if (text.Touches(token) && text.Is(token, '.')) return text.Touches(token + 1) ? token + 1 : null;
        // « exemple,fr » and « exemple . fr ».
        var isTypedBadly = (text.Is(token, ',') && text.Touches(token)) || (text.Is(token, '.') && text.Before(token) == Gap.Space);
        if (isTypedBadly && text.Before(token) == text.Before(token + 1) && Endings.Contains(text.Word(token + 1))) return token + 1;
        if (text.Word(token) is "point" or "dot" && text.Before(token + 1) == Gap.Space) return token + 1;
        return text.IsAny(token, "([{") && text.Word(token + 1) is "point" or "dot" && text.IsAny(token + 2, ")]}") ? token + 3 : null;
    }
}
