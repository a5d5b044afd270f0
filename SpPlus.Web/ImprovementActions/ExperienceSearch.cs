using System.Collections.Immutable;
using SpPlus.Contracts.Experiences;
using SpPlus.Contracts.Structures;
using SpPlus.Web.Accounts;

namespace SpPlus.Web.ImprovementActions;

/// <summary>The experiences that an action may be tied to, as the agent's own inbox finds them.</summary>
internal sealed class ExperienceSearch(Desk desk, PublicActions actions)
{
    private const int Shown = 12;

    /// <summary>What is ticked first, then what the search finds; of what is tied already, neither.</summary>
    public async Task<ExperiencePick> Picker(ActionDraft? draft, StructureId structure, HashSet<ExperienceId> tied, HttpContext context)
    {
        ExperienceId[] ticked = [.. (draft?.Experiences ?? []).Where(e => !tied.Contains(e))];
        var words = string.IsNullOrWhiteSpace(draft?.Search) ? null : draft.Search.Trim();
        var chosen = await Titles(ticked, context.RequestAborted);
        var page = await desk.Inbox(new() { Structure = structure, Text = words, Limit = 2 * Shown }, context.User.Caller());
        var found = (page?.Items ?? []).Where(i => i.Status != ResponseStatus.NotConcerned && !tied.Contains(i.Experience) && !ticked.Contains(i.Experience))
            .DistinctBy(i => i.Experience).Select(i => new ActionExperience(i.Experience, i.Title)).ToArray();
        return new() { Words = words, Typed = draft?.Search, Chosen = [.. chosen], Found = [.. found.Take(Shown)], IsMore = found.Length > Shown || page?.Next is not null };
    }

    /// <summary>Of those that are public.</summary>
    public Task<IReadOnlyList<ActionExperience>> Titles(IReadOnlyCollection<ExperienceId> ids, CancellationToken cancellation) =>
        ids.Count == 0 ? Task.FromResult<IReadOnlyList<ActionExperience>>([]) : actions.Titles(ids, cancellation);
}

/// <summary>What may be ticked.</summary>
public sealed record ExperiencePick
{
    /// <summary>What was looked for; null: the latest.</summary>
    public string? Words { get; init; }
    public string? Typed { get; init; }
    public required ImmutableArray<ActionExperience> Chosen { get; init; }
    public required ImmutableArray<ActionExperience> Found { get; init; }
    public bool IsMore { get; init; }
}
