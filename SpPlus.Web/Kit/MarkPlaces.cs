using SpPlus.Contracts.Experiences;

namespace SpPlus.Web.Kit;

/// <summary>
/// Where the marks of a text stand in the same text as it was typed: the silo marks what it would record, without the spaces around
/// and what nobody sees.
/// </summary>
internal static class MarkPlaces
{
    /// <summary>In the order of the text, with each mark's index among those given; a passage that is not there is left out.</summary>
    public static IEnumerable<(int Index, PersonalDataMark Mark, int Start, int End)> In(string text, IReadOnlyList<PersonalDataMark> marks)
    {
        var from = 0;
        for (var index = 0; index < marks.Count; index++)
        {
            var mark = marks[index];
            var start = Stands(text, mark) && mark.Start >= from ? mark.Start : text.IndexOf(mark.Passage, from, StringComparison.Ordinal);
            if (start < 0 || mark.Passage.Length == 0) continue;
            from = start + mark.Passage.Length;
            yield return (index, mark, start, from);
        }
    }

    private static bool Stands(string text, PersonalDataMark mark) =>
        string.CompareOrdinal(text, Math.Clamp(mark.Start, 0, text.Length), mark.Passage, 0, mark.Passage.Length) == 0;
}
