using System.Globalization;

namespace SpPlus.Web.Live;

/// <summary>How far a page has followed its experience: the last fact, and how many comments. The id of every event.</summary>
internal readonly record struct Position(int Sequence, int Comments)
{
    /// <summary>The beginning, for a text that is none.</summary>
    public static Position Of(string? text) =>
        text is { Length: <= 24 } && text.IndexOf('-', StringComparison.Ordinal) is > 0 and var dash
        && Read(text.AsSpan(0, dash), out var sequence) && Read(text.AsSpan(dash + 1), out var comments)
            ? new(sequence, comments)
            : default;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Sequence}-{Comments}");

    private static bool Read(ReadOnlySpan<char> text, out int number) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
