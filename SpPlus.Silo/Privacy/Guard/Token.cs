namespace SpPlus.Silo.Privacy.Guard;

/// <summary>Letters, digits, or one sign; and what stands between it and the token before.</summary>
internal readonly record struct Token(int Start, int End, TokenKind Kind, Gap Before)
{
    public int Length => End - Start;

    public static List<Token> Of(string folded)
    {
        var (tokens, at, gap) = (new List<Token>(), 0, Gap.Line);
        while (at < folded.Length)
        {
            if (folded[at] is ' ' or '\n')
            {
                gap = folded[at++] == '\n' || gap == Gap.Line ? Gap.Line : Gap.Space;
                continue;
            }

            var (start, kind) = (at, KindOf(folded[at]));
            do at++;
            while (kind != TokenKind.Sign && at < folded.Length && KindOf(folded[at]) == kind);
            tokens.Add(new(start, at, kind, gap));
            gap = Gap.None;
        }

        return tokens;
    }

    private static TokenKind KindOf(char c) =>
        char.IsAsciiDigit(c) ? TokenKind.Digits
        : char.IsLetter(c) || char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.NonSpacingMark ? TokenKind.Word
        : TokenKind.Sign;
}

internal enum TokenKind
{
    Word,
    Digits,
    Sign,
}

internal enum Gap
{
    None,
    Space,

    /// <summary>Another line, or the beginning of the text.</summary>
    Line,
}
