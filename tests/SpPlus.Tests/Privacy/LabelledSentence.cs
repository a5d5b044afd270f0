using SpPlus.Contracts.Experiences;

namespace SpPlus.Tests.Privacy;

/// <summary>
/// A sentence and what is personal in it, of the file <c>labelled-sentences.txt</c>: <c>Appelez le ⟦Phone|06 39 98 12 34⟧.</c> The
/// brackets hold what must not be public; a mark may begin before it, at the word that announces it, and end a little after.
/// </summary>
internal sealed record LabelledSentence(string Text, IReadOnlyList<(PersonalDataKind Kind, int Start, int End)> Expected)
{
    /// <summary>A mark that goes further beyond what it is about hides words for nothing: it counts as a false alarm.</summary>
    public const int Margin = 45;

    public static IReadOnlyList<LabelledSentence> All { get; } =
        [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Privacy", "labelled-sentences.txt")).Where(l => l.Length > 0 && l[0] != '#').Select(Parse)];

    public static LabelledSentence Parse(string line)
    {
        var (text, expected) = (new System.Text.StringBuilder(), new List<(PersonalDataKind, int, int)>());
        for (var at = 0; at < line.Length;)
        {
            var open = line.IndexOf('⟦', at);
            if (open < 0) open = line.Length;
            text.Append(line, at, open - at);
            if (open == line.Length) break;
            var (bar, close) = (line.IndexOf('|', open), line.IndexOf('⟧', open));
            var start = text.Length;
            text.Append(line, bar + 1, close - bar - 1);
            expected.Add((Enum.Parse<PersonalDataKind>(line[(open + 1)..bar]), start, text.Length));
            at = close + 1;
        }

        return new(text.ToString(), expected);
    }

    /// <summary>What no mark of its kind covers whole.</summary>
    public IEnumerable<(PersonalDataKind Kind, int Start, int End)> Missed(IReadOnlyList<PersonalDataMark> marks) =>
        Expected.Where(e => !marks.Any(m => m.Kind == e.Kind && m.Start <= e.Start && m.Start + m.Length >= e.End));

    /// <summary>Marks on nothing that was expected, or far beyond it.</summary>
    public IEnumerable<PersonalDataMark> FalseAlarms(IReadOnlyList<PersonalDataMark> marks) =>
        marks.Where(m => !Expected.Any(e => e.Kind == m.Kind && m.Start < e.End && e.Start < m.Start + m.Length && m.Length - (e.End - e.Start) <= Margin));
}
