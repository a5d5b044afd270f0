using System.Globalization;
using System.Text;

namespace SpPlus.Silo.Privacy.Guard;

/// <summary>
/// A text as the rules read it: the same length as what was typed, so that a place in one is a place in the other. Every space is a
/// space, every dash a dash, every digit one of ours, whatever people's keyboards and copied pages made of them.
/// </summary>
internal sealed class GuardedText
{
    private readonly string?[] words;

    public GuardedText(string text)
    {
        Folded = string.Create(text.Length, text, (folded, source) =>
        {
            for (var at = 0; at < source.Length; at++) folded[at] = Fold(source[at]);
        });
        Plain = string.Create(text.Length, Folded, (plain, source) =>
        {
            for (var at = 0; at < source.Length; at++) plain[at] = Strip(source[at]);
        });
        Tokens = Token.Of(Folded);
        HasDigits = Tokens.Exists(t => t.Kind == TokenKind.Digits);
        words = new string?[Tokens.Count];
    }

    /// <summary>Letters as they were typed.</summary>
    public string Folded { get; }

    /// <summary>Lower case, without accents.</summary>
    public string Plain { get; }

    public List<Token> Tokens { get; }

    public bool HasDigits { get; }

    /// <summary>The token's letters in <see cref="Plain"/>; empty before the first token and after the last.</summary>
    public string Word(int token)
    {
        if (token < 0 || token >= Tokens.Count) return "";
        return words[token] ??= Plain[Tokens[token].Start..Tokens[token].End];
    }

    public ReadOnlySpan<char> Typed(int token) =>
        token < 0 || token >= Tokens.Count ? [] : Folded.AsSpan(Tokens[token].Start, Tokens[token].Length);

    public bool Is(int token, TokenKind kind) => token >= 0 && token < Tokens.Count && Tokens[token].Kind == kind;

    /// <summary>It is this sign.</summary>
    public bool Is(int token, char sign) => Is(token, TokenKind.Sign) && Folded[Tokens[token].Start] == sign;

    /// <summary>It is one of these signs.</summary>
    public bool IsAny(int token, string signs) => Is(token, TokenKind.Sign) && signs.Contains(Folded[Tokens[token].Start], StringComparison.Ordinal);

    public Gap Before(int token) => token < 0 || token >= Tokens.Count ? Gap.Line : Tokens[token].Before;

    /// <summary>Nothing stands between it and the token before.</summary>
    public bool Touches(int token) => Before(token) == Gap.None;

    /// <summary>One capital, and a point right behind it.</summary>
    public bool IsInitial(int token) => IsCapital(token) && Tokens[token].Length == 1 && Is(token + 1, '.') && Touches(token + 1);

    /// <summary>A word that begins with a capital.</summary>
    public bool IsCapital(int token) => Is(token, TokenKind.Word) && char.IsUpper(Folded[Tokens[token].Start]);

    public bool IsAllCapitals(int token)
    {
        if (!Is(token, TokenKind.Word)) return false;
        foreach (var letter in Typed(token))
            if (!char.IsUpper(letter)) return false;
        return true;
    }

    private static char Fold(char c) => c switch
    {
        < '\u0080' => c is '\t' or '\v' or '\f' or '\r' ? ' ' : c,
        '\u2028' or '\u2029' or '\u0085' => '\n',
        '\u00B4' or '\u2018' or '\u2019' or '\u02BC' or '\u2032' => '\'',
        '\u2212' => '-',
        >= '\uFF01' and <= '\uFF5E' => (char)(c - 0xFEE0),
        _ when char.IsWhiteSpace(c) => ' ',
        _ => char.GetUnicodeCategory(c) switch
        {
            UnicodeCategory.Format => ' ',
            UnicodeCategory.DashPunctuation => '-',
            UnicodeCategory.DecimalDigitNumber => (char)('0' + CharUnicodeInfo.GetDecimalDigitValue(c)),
            _ => c,
        },
    };

    private static char Strip(char c)
    {
        if (c < '\u0080') return char.ToLowerInvariant(c);
        if (char.IsSurrogate(c) || c is '\uFFFE' or '\uFFFF' or (>= '\uFDD0' and <= '\uFDEF') || !char.IsLetter(c)) return c;
        return char.ToLowerInvariant(c.ToString().Normalize(NormalizationForm.FormD)[0]);
    }
}
