using DiffPlex;
using DiffPlex.Chunkers;
using DiffPlex.DiffBuilder.Model;

namespace SpPlus.Web.Kit;

/// <summary>Two texts as one, in pieces: what stayed, what went and what came.</summary>
internal static class WordChanges
{
    /// <summary>
    /// Words and gaps of both texts together, without the beginning and the end that they share. Comparing texts that have nothing in
    /// common takes the square of it, and a history shows a hundred pairs: at this bound one takes some milliseconds.
    /// </summary>
    public const int Longest = 2_000;

    /// <summary>Null for texts that differ in too much to be compared: they are shown one after the other.</summary>
    public static IReadOnlyList<(ChangeType Type, string Text)>? Between(string before, string after)
    {
        var (old, now) = (WordChunker.Instance.Chunk(before), WordChunker.Instance.Chunk(after));
        var shorter = Math.Min(old.Count, now.Count);
        var (start, end) = (0, 0);
        while (start < shorter && old[start] == now[start]) start++;
        while (end < shorter - start && old[^(end + 1)] == now[^(end + 1)]) end++;
        var (gone, come) = (old.Count - start - end, now.Count - start - end);
        if (gone > 0 && come > 0 && gone + come > Longest) return null;
        return
        [
            .. Piece(ChangeType.Unchanged, old, 0, start),
            .. Compared(Joined(old, start, gone), Joined(now, start, come)),
            .. Piece(ChangeType.Unchanged, old, old.Count - end, end),
        ];
    }

    private static IEnumerable<(ChangeType, string)> Compared(string before, string after)
    {
        var difference = Differ.Instance.CreateDiffs(before, after, ignoreWhiteSpace: false, ignoreCase: false, WordChunker.Instance);
        var at = 0;
        foreach (var block in difference.DiffBlocks)
        {
            foreach (var piece in Piece(ChangeType.Unchanged, difference.PiecesOld, at, block.DeleteStartA - at)) yield return piece;
            foreach (var piece in Piece(ChangeType.Deleted, difference.PiecesOld, block.DeleteStartA, block.DeleteCountA)) yield return piece;
            foreach (var piece in Piece(ChangeType.Inserted, difference.PiecesNew, block.InsertStartB, block.InsertCountB)) yield return piece;
            at = block.DeleteStartA + block.DeleteCountA;
        }

        foreach (var piece in Piece(ChangeType.Unchanged, difference.PiecesOld, at, difference.PiecesOld.Count - at)) yield return piece;
    }

    private static IEnumerable<(ChangeType, string)> Piece(ChangeType type, IReadOnlyList<string> pieces, int from, int count) =>
        count > 0 ? [(type, Joined(pieces, from, count))] : [];

    private static string Joined(IReadOnlyList<string> pieces, int from, int count) => string.Concat(pieces.Skip(from).Take(count));
}
