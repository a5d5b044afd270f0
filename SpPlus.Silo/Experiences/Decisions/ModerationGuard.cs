using System.Collections.Immutable;
using SpPlus.Contracts.Experiences;
using SpPlus.Silo.Privacy;

namespace SpPlus.Silo.Experiences.Decisions;

/// <summary>PII-1 at moderation: nothing that looks like personal data becomes public before somebody said that it stays.</summary>
internal static class ModerationGuard
{
    public const int MaximumMasks = 200;
    private const int LongestPassage = 1_000;

    /// <summary>
    /// Each passage once, in the order of the page; as many as a form can sort. A text with more of them can be rejected or edited, not
    /// published as it is.
    /// </summary>
    public static ImmutableArray<TextPassage> SuspectsIn(SentText text) =>
        [.. MarksIn(text).DistinctBy(m => m.Passage).Take(MaximumMasks).Select(m => new TextPassage { Text = m.Passage, Kind = m.Kind })];

    public static ImmutableArray<PersonalDataMark> Unseen(SentText text, ImmutableArray<string> reviewed) =>
        [.. MarksIn(text).Where(m => reviewed.IsDefault || !reviewed.Contains(m.Passage)).DistinctBy(m => m.Passage)];

    /// <summary>The text as the public will read it, and how many passages of each kind are masked in it.</summary>
    public static (SentText Text, ImmutableArray<MaskCount> Masks) Mask(SentText text, ImmutableArray<TextPassage> masks, FieldErrors errors)
    {
        const string Field = nameof(PublishExperienceAfterModeration.Masks);
        if (masks.IsDefaultOrEmpty) return (text, []);
        if (masks.Length > MaximumMasks) errors.Add(Field, FieldProblem.TooMany, MaximumMasks, masks.Length);
        if (masks.Any(m => string.IsNullOrWhiteSpace(m.Text) || m.Text.Length > LongestPassage || m.Kind is { } kind && !Enum.IsDefined(kind)))
            errors.Add(Field, FieldProblem.Malformed);
        if (errors.Any) return (text, []);
        var passages = masks.Select(m => m with { Text = Words.Clean(m.Text) ?? "" }).DistinctBy(m => m.Text).ToArray();
        var found = Fields(text).SelectMany(field => Passages.Find(field, passages, p => p.Text)).ToArray();
        // Nobody is to believe masked what is not: the text was edited, and the passage is gone or written otherwise.
        if (passages.Any(p => found.All(f => f.Passage != p))) errors.Add(Field, FieldProblem.Unknown);
        string[] words = [.. passages.Select(p => p.Text)];
        return (text with
        {
            Title = Passages.Masked(text.Title, words)!,
            Story = Passages.Masked(text.Story, words)!,
            Pseudonym = Passages.Masked(text.Pseudonym, words),
            Procedure = Passages.Masked(text.Procedure, words),
        }, [.. found.GroupBy(f => f.Passage.Kind).Select(kind => new MaskCount { Kind = kind.Key, Count = kind.Count() }).OrderBy(m => m.Kind ?? (PersonalDataKind)int.MaxValue)]);
    }

    private static IEnumerable<PersonalDataMark> MarksIn(SentText text) => Fields(text).SelectMany(field => PersonalData.In(field));

    private static IEnumerable<string> Fields(SentText text) => ((string?[])[text.Title, text.Story, text.Pseudonym, text.Procedure]).OfType<string>();
}
