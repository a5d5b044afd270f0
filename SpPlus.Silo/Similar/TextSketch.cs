using System.Globalization;
using System.Text;

namespace SpPlus.Silo.Similar;

/// <summary>
/// What is needed of a text to compare it with others, and nothing that it could be read from: hashes of its longer words, and of every
/// three words that follow one another. Bounded; in memory only.
/// </summary>
internal sealed class TextSketch
{
    /// <summary>Of a text that was sent twice with a few changes, most passages are the same; of two texts on one subject, hardly any.</summary>
    private const double SamePassages = 0.4;

    private const int FewestPassages = 6;
    private const int Telling = 5;
    private const int MostHashes = 2_000;

    private readonly uint[] words;
    private readonly uint[] passages;

    private TextSketch(uint[] words, uint[] passages) => (this.words, this.passages) = (words, passages);

    public static TextSketch Of(string title, string story)
    {
        var (words, passages) = (new HashSet<uint>(), new HashSet<uint>());
        uint before = 0, last = 0;
        foreach (var (hash, length) in Words(title + "\n" + story))
        {
            if (length >= Telling && words.Count < MostHashes) words.Add(hash);
            if (before != 0 && passages.Count < MostHashes) passages.Add((((before * 31) ^ last) * 31) ^ hash);
            (before, last) = (last, hash);
        }

        return new([.. words.Order()], [.. passages.Order()]);
    }

    /// <summary>0 to 100: twice the common ones over those of both.</summary>
    public int SharedWords(TextSketch other) =>
        words.Length + other.words.Length == 0 ? 0 : (int)Math.Round(200.0 * Common(words, other.words) / (words.Length + other.words.Length));

    /// <summary>Also where the one is a part of the other.</summary>
    public bool MaybeSame(TextSketch other) =>
        Math.Min(passages.Length, other.passages.Length) is >= FewestPassages and var fewer
        && Common(passages, other.passages) >= SamePassages * fewer;

    private static int Common(uint[] left, uint[] right)
    {
        var (common, i, j) = (0, 0, 0);
        while (i < left.Length && j < right.Length)
        {
            if (left[i] == right[j]) (common, i, j) = (common + 1, i + 1, j + 1);
            else if (left[i] < right[j]) i++;
            else j++;
        }

        return common;
    }

    /// <summary>FNV-1a of each word's letters and digits; accents and case do not matter.</summary>
    private static IEnumerable<(uint Hash, int Length)> Words(string text)
    {
        const uint Basis = 2_166_136_261;
        var (hash, length) = (Basis, 0);
        foreach (var character in text.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(character) == UnicodeCategory.NonSpacingMark) continue;
            if (char.IsLetterOrDigit(character))
            {
                (hash, length) = ((hash ^ char.ToLowerInvariant(character)) * 16_777_619, length + 1);
            }
            else if (length > 0)
            {
                yield return (hash, length);
                (hash, length) = (Basis, 0);
            }
        }

        if (length > 0) yield return (hash, length);
    }
}
