using System.Collections.Immutable;
using SpPlus.Contracts.Experiences;
using SpPlus.Contracts.Structures;

namespace SpPlus.Silo.Experiences;

/// <summary>AUD-1: what a fact changed, read from the state before and the state after it.</summary>
internal static class HistoryChanges
{
    /// <summary>What a structure has not made public is told only where the reader may read it.</summary>
    public static ImmutableArray<HistoryChange> Between(Experience before, Experience after, Func<StructureId, bool> mayRead)
    {
        var changes = ImmutableArray.CreateBuilder<HistoryChange>();
        if (before.Status is null) return [];
        Add(changes, HistoryPart.ExperienceStatus, Status(before), Status(after));
        Add(changes, HistoryPart.Structures, Structures(before), Structures(after));
        Add(changes, HistoryPart.GeneralTags, Tags(before), Tags(after));
        foreach (var standing in after.Standings)
        {
            if (before.StandingOf(standing.Structure) is { } was && !ReferenceEquals(was, standing))
                AddStanding(changes, was, standing, mayRead(standing.Structure));
        }

        return changes.ToImmutable();
    }

    private static void AddStanding(ImmutableArray<HistoryChange>.Builder changes, Standing was, Standing now, bool mayRead)
    {
        Add(changes, HistoryPart.ResponseStatus, [was.Status.ToString()], [now.Status.ToString()]);
        Add(changes, HistoryPart.Channels, Channels(was), Channels(now));
        Add(changes, HistoryPart.BusinessTags, was.BusinessTags, now.BusinessTags);
        Add(changes, HistoryPart.Improvements, was.Improvements, now.Improvements);
        Add(changes, HistoryPart.ImprovementWords, One(was.ImprovementWords), One(now.ImprovementWords));
        Add(changes, HistoryPart.Intent, Intent(was), Intent(now));
        // The first text is on the page; what an amendment changed is nowhere else.
        if (was.Published is { } published) Add(changes, HistoryPart.Response, Words(published.Response), Words(now.Published?.Response));
        if (!mayRead) return;
        Add(changes, HistoryPart.Assignee, One(was.Assignee?.Name), One(now.Assignee?.Name));
        // A text that was published or given up is no draft any more; it was not taken away.
        if (now.Draft is { } draft) Add(changes, HistoryPart.Draft, Words(was.Draft?.Response ?? was.Published?.Response), Words(draft.Response));
    }

    private static void Add(
        ImmutableArray<HistoryChange>.Builder changes, HistoryPart part, ImmutableArray<string> before, ImmutableArray<string> after)
    {
        if (!before.SequenceEqual(after)) changes.Add(new() { Part = part, Before = before, After = after });
    }

    private static ImmutableArray<string> Status(Experience experience) => One(experience.Status?.ToString());

    private static ImmutableArray<string> Structures(Experience experience) => [.. experience.Standings.Select(s => s.Structure.Value)];

    private static ImmutableArray<string> Tags(Experience experience) => [.. experience.GeneralTags.Select(t => Felt(t.Tag, t.Feeling))];

    private static ImmutableArray<string> Channels(Standing standing) => [.. standing.Channels.Select(c => Felt(c.Channel, c.Feeling))];

    private static ImmutableArray<string> Intent(Standing standing) => standing.Intent is not { } intent
        ? []
        : [intent.Of is { } of ? $"{intent.Intent}:{of}" : intent.Intent.ToString()];

    private static ImmutableArray<string> Words(ResponseText? response) => response is null
        ? []
        : [string.Join("\n\n", ((string?[])[response.Courtesy, response.Text, response.Signature]).Where(part => !string.IsNullOrEmpty(part)))];

    private static ImmutableArray<string> One(string? value) => string.IsNullOrEmpty(value) ? [] : [value];

    private static string Felt(string code, Feeling? feeling) => feeling is null ? code : $"{code}:{feeling}";
}
