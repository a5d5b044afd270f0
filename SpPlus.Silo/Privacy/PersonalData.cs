using System.Collections.Immutable;
using SpPlus.Contracts.Experiences;
using SpPlus.Silo.Privacy.Guard;

namespace SpPlus.Silo.Privacy;

/// <summary>
/// PII-1: passages of a text that look like personal data. A mark is a question to whoever publishes, never a decision: what is known
/// to belong to an institution is left out. Linear in the text: hostile input takes no longer than other input of its length.
/// </summary>
internal static class PersonalData
{
    /// <summary>Where two claim a passage, the first has it: the surer ones stand first.</summary>
    public static ImmutableArray<PersonalDataRule> Rules { get; } =
    [
        new EmailRule(), new SocialSecurityRule(), new IbanRule(), new PhoneRule(), new SpelledPhoneRule(), new FileNumberRule(), new PlateRule(), new StreetRule(), new NameRule(),
    ];

    /// <summary>In the order of the text; no two overlap.</summary>
    public static ImmutableArray<PersonalDataMark> In(string text)
    {
        var (guarded, marks) = (new GuardedText(text), new SortedList<int, PersonalDataMark>());
        foreach (var rule in Rules)
        {
            if (rule.NeedsDigits && !guarded.HasDigits) continue;
            var found = rule.In(guarded).Where(passage => !OverlapsOne(marks, passage)).ToArray();
            foreach (var (start, end) in found)
                marks.Add(start, new() { Kind = rule.Kind, Start = start, Length = end - start, Passage = text[start..end] });
        }

        return [.. marks.Values];
    }

    /// <summary>Those that nobody says they looked at: the same passage, character for character.</summary>
    public static ImmutableArray<PersonalDataMark> Unseen(string text, ImmutableArray<string> reviewed) =>
        [.. In(text).Where(m => reviewed.IsDefault || !reviewed.Contains(m.Passage))];

    private static bool OverlapsOne(SortedList<int, PersonalDataMark> marks, Passage passage)
    {
        // The last mark that begins before the passage ends is the only one that can reach into it: none overlaps another.
        var (low, high) = (0, marks.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (marks.Keys[middle] < passage.End) low = middle + 1;
            else high = middle;
        }

        return low > 0 && marks.Values[low - 1] is var last && last.Start + last.Length > passage.Start;
    }
}
