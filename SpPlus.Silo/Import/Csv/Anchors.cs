using SpPlus.Silo.Texts;

namespace SpPlus.Silo.Import.Csv;

/// <summary>What a typed column can hold. Strict enough that a shifted free text does not pass.</summary>
internal static class Anchors
{
    public static bool IsId(string value) => value.Trim() is { Length: >= 1 and <= 18 } id && id.All(char.IsAsciiDigit);

    public static bool IsState(string value) =>
        value.Trim() is { Length: >= 2 and <= 60 } state && state.All(c => char.IsLetter(c) || c is ' ' or '\'' or '’' or '-' or '_');

    public static bool IsDateOrEmpty(string value) => string.IsNullOrWhiteSpace(value) || SourceDates.TryRead(value, out _);

    public static bool IsFeelingOrEmpty(string value) =>
        string.IsNullOrWhiteSpace(value) || ImportVocabulary.FeelingOf(value) is not null;

    public static bool IsLabelOrEmpty(string value) => value.Length <= 120 && !value.Contains('\n', StringComparison.Ordinal);

    public static bool IsFigureOrEmpty(string value) =>
        value.Length <= 30 && value.All(c => char.IsAsciiDigit(c) || c is ' ' or '.' or ',' or '%' or '/' or '-')
        || FoldedName.Of(value) is "oui" or "non" or "utile" or "pas utile" or "null" or "true" or "false";
}
