using SpPlus.Contracts.Experiences;

namespace SpPlus.Web.Kit;

/// <summary>A text's paragraphs, their lines, and the pieces of each line. Nothing of the text is lost but empty paragraphs.</summary>
internal static class MarkedPieces
{
    /// <param name="text">With line feeds alone.</param>
    /// <param name="marks">In the order of the text, none over another.</param>
    public static IReadOnlyList<IReadOnlyList<IReadOnlyList<MarkedPiece>>> Of(string text, IReadOnlyList<PersonalDataMark> marks)
    {
        var (paragraphs, pieces, at) = (new List<IReadOnlyList<IReadOnlyList<MarkedPiece>>>(), new Cursor(text, marks), 0);
        foreach (var paragraph in text.Split("\n\n"))
        {
            if (paragraph.Length > 0) paragraphs.Add([.. Lines(pieces, at, paragraph)]);
            at += paragraph.Length + 2;
        }

        return paragraphs;
    }

    private static IEnumerable<IReadOnlyList<MarkedPiece>> Lines(Cursor pieces, int at, string paragraph)
    {
        foreach (var line in paragraph.Split('\n'))
        {
            yield return [.. pieces.Between(at, at + line.Length)];
            at += line.Length + 1;
        }
    }

    /// <summary>Goes once through the marks while the lines are asked for in order: many marks on many lines stay cheap.</summary>
    private sealed class Cursor(string text, IReadOnlyList<PersonalDataMark> marks)
    {
        private readonly (int Index, PersonalDataMark Mark, int Start, int End)[] places = [.. MarkPlaces.In(text, marks)];
        private int next;

        public IEnumerable<MarkedPiece> Between(int from, int to)
        {
            while (next < places.Length && places[next].Start < to)
            {
                var (index, mark, start, end) = places[next];
                var (first, last) = (Math.Max(start, from), Math.Min(end, to));
                if (first < last)
                {
                    foreach (var words in Words(text[from..first])) yield return words;
                    yield return new(text[first..last]) { Mark = mark, Index = index, IsStart = first == start, IsEnd = last == end };
                    from = last;
                }

                if (end > to) break;
                next++;
            }

            foreach (var words in Words(text[from..to])) yield return words;
        }

        private static IEnumerable<MarkedPiece> Words(string words)
        {
            foreach (var (part, index) in words.Split(MarkedPiece.Mask).Select((p, i) => (p, i)))
            {
                if (index > 0) yield return new(MarkedPiece.Mask);
                if (part.Length > 0) yield return new(part);
            }
        }
    }
}
