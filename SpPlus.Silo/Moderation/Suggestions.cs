using System.Collections.Immutable;
using SpPlus.Contracts.Moderation;
using SpPlus.Contracts.Structures;

namespace SpPlus.Silo.Moderation;

/// <summary>Reasons gathered by structure; each reason counts once, however often it comes.</summary>
internal sealed class Suggestions
{
    private readonly Dictionary<StructureId, List<SuggestionReason>> reasons = [];

    public void Add(StructureId structure, params SuggestionReason[] why)
    {
        if (!reasons.TryGetValue(structure, out var known)) reasons.Add(structure, known = []);
        foreach (var reason in why)
            if (!known.Contains(reason)) known.Add(reason);
    }

    public bool Has(StructureId structure) => reasons.ContainsKey(structure);

    public bool HasAnyOf(StructureId network, StructureTree structures) => reasons.Keys.Any(s => structures.IsWithin(s, network));

    public ImmutableArray<StructureSuggestion> Best(int most) =>
    [
        .. reasons.OrderByDescending(r => r.Value.Select(one => one.Kind).Distinct().Sum(Weight)).ThenByDescending(r => r.Value.Sum(one => one.Count))
            .ThenBy(r => r.Key).Take(most)
            .Select(r => new StructureSuggestion { Structure = r.Key, Reasons = [.. r.Value.OrderBy(one => one.Kind).ThenByDescending(one => one.Count)] }),
    ];

    private static int Weight(SuggestionKind kind) => kind switch
    {
        SuggestionKind.Author => 8,
        SuggestionKind.Named => 6,
        SuggestionKind.Place => 3,
        SuggestionKind.Reattached => 3,
        SuggestionKind.Subject => 2,
        _ => 1,
    };
}
