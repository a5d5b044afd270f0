using System.Text;

namespace SpPlus.Contracts.Experiences;

/// <summary>Finds and masks passages in a text, whole words only: the silo publishes what the page has shown (MOD-2).</summary>
public static class Passages
{
    public const string Mask = "[…]";

    /// <summary>In the order of the text; none overlap: the longest of several that begin or cross stands.</summary>
    public static IReadOnlyList<(int Start, int Length, T Passage)> Find<T>(string text, IEnumerable<T> passages, Func<T, string> words)
    {
        var taken = new bool[text.Length];
        var found = new List<(int Start, int Length, T Passage)>();
        foreach (var passage in passages.OrderByDescending(p => words(p).Length))
        {
            var wanted = words(passage);
            if (wanted.Length == 0) continue;
            for (var at = text.IndexOf(wanted, StringComparison.Ordinal); at >= 0; at = text.IndexOf(wanted, at + 1, StringComparison.Ordinal))
            {
                if (!IsWhole(text, at, wanted.Length) || taken.AsSpan(at, wanted.Length).Contains(true)) continue;
                taken.AsSpan(at, wanted.Length).Fill(true);
                found.Add((at, wanted.Length, passage));
            }
        }

        found.Sort((one, other) => one.Start.CompareTo(other.Start));
        return found;
    }

    /// <summary>Null for null.</summary>
    public static string? Masked(string? text, IEnumerable<string> passages)
    {
        if (text is null) return null;
        var (masked, at) = (new StringBuilder(text.Length), 0);
        foreach (var (start, length, _) in Find(text, passages, p => p))
        {
            masked.Append(text, at, start - at).Append(Mask);
            at = start + length;
        }

        return masked.Append(text, at, text.Length - at).ToString();
    }

    private static bool IsWhole(string text, int start, int length) =>
        !(start > 0 && AreOneWord(text[start - 1], text[start]))
        && !(start + length < text.Length && AreOneWord(text[start + length - 1], text[start + length]));

    // A letter and a digit are two: what the guard marks ends where letters do.
    private static bool AreOneWord(char one, char next) => (char.IsLetter(one) && char.IsLetter(next)) || (char.IsDigit(one) && char.IsDigit(next));
}
