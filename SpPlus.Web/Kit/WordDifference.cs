using DiffPlex;
using DiffPlex.Chunkers;

namespace SpPlus.Web.Kit;

/// <summary>Two texts, word by word.</summary>
internal static class WordDifference
{
    // Beyond, comparing takes longer than reading both: the whole is then marked as different.
    private const int Longest = 40_000;

    /// <summary>The text in pieces, in order; a piece is marked when the other text lacks it.</summary>
    public static IReadOnlyList<(string Text, bool IsMarked)> Of(string text, string other)
    {
        if (text.Length + other.Length > Longest) return text == other ? [(text, false)] : [(text, true)];
        var difference = Differ.Instance.CreateDiffs(other, text, ignoreWhiteSpace: false, ignoreCase: false, new WordChunker());
        var (pieces, at) = (new List<(string, bool)>(), 0);
        foreach (var block in difference.DiffBlocks)
        {
            Add(at, block.InsertStartB, isMarked: false);
            Add(block.InsertStartB, block.InsertStartB + block.InsertCountB, isMarked: true);
            at = block.InsertStartB + block.InsertCountB;
        }

        Add(at, difference.PiecesNew.Count, isMarked: false);
        return pieces;

        void Add(int from, int to, bool isMarked)
        {
            if (to > from) pieces.Add((string.Concat(difference.PiecesNew.Skip(from).Take(to - from)), isMarked));
        }
    }
}
