namespace SpPlus.Silo.Privacy.Guard;

/// <summary>Groups of digits that belong together: spaces, dots, dashes, slashes or brackets at most stand between them.</summary>
internal static class DigitRuns
{
    private const int MaximumSigns = 3;
    private const string Signs = ".-_/()·,;";

    public static IEnumerable<DigitRun> In(GuardedText text)
    {
        for (var token = 0; token < text.Tokens.Count; token++)
        {
            if (!IsGroup(text, token, out var first)) continue;
            var groups = new List<DigitGroup>();
            var start = text.Is(first - 1, '(') && text.Touches(first) && text.Is(token + 1, ')') ? first - 1 : first;
            var isInternational = text.Is(start - 1, '+') && text.Touches(start);
            groups.Add(Group(text, first, token, isInternational ? text.Tokens[start - 1].Start : text.Tokens[start].Start));
            while (Next(text, token) is { } next)
            {
                token = next;
                groups.Add(Group(text, token, token, text.Tokens[text.Is(token - 1, '(') ? token - 1 : token].Start));
            }

            yield return new(groups, isInternational);
        }
    }

    /// <summary>Digits, with the letter O that some type for a zero before them.</summary>
    private static bool IsGroup(GuardedText text, int token, out int first)
    {
        first = token;
        if (!text.Is(token, TokenKind.Digits) || IsCode(text, token)) return false;
        if (text.Touches(token) && text.Word(token - 1) == "o" && !text.Touches(token - 1)) first--;
        return true;
    }

    /// <summary>Capitals touch the digits: a reference, not a number that somebody dials.</summary>
    private static bool IsCode(GuardedText text, int token) =>
        text.Touches(token) && text.IsAllCapitals(token - 1) && text.Tokens[token - 1].Length > 1
        && text.Word(token - 1) is not ("au" or "tel" or "le");

    private static int? Next(GuardedText text, int token)
    {
        var next = token + 1;
        while (next - token <= MaximumSigns && text.IsAny(next, Signs) && text.Before(next) != Gap.Line)
        {
            // A comma before a space ends what stands before it.
            if (text.IsAny(next, ",;") && !text.Touches(next + 1)) return null;
            next++;
        }

        return text.Is(next, TokenKind.Digits) && text.Before(next) != Gap.Line && (next > token + 1 || text.Before(next) == Gap.Space) ? next : null;
    }

    private static DigitGroup Group(GuardedText text, int first, int token, int start) => new(
        string.Concat(first < token ? "0" : "", text.Typed(token)), start, text.Tokens[token].End);
}

/// <summary>Digits without anything between them, and where they stand.</summary>
internal readonly record struct DigitGroup(string Digits, int Start, int End);

/// <param name="Groups">At least one.</param>
/// <param name="IsInternational">A plus stands before the first.</param>
internal sealed record DigitRun(IReadOnlyList<DigitGroup> Groups, bool IsInternational);
