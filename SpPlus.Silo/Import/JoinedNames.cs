using System.Collections.Immutable;

namespace SpPlus.Silo.Import;

/// <summary>
/// Several names in one field. A name may contain the comma that joins them: the longest known one is taken each time, and what
/// nothing knows stays as it stands between two commas.
/// </summary>
internal static class JoinedNames
{
    public static ImmutableArray<string> Split(string joined, Func<string, bool> isKnown)
    {
        if (isKnown(joined)) return [joined.Trim()];
        var names = ImmutableArray.CreateBuilder<string>();
        foreach (var name in Greedy(joined.Split(", "), ", ", isKnown))
        {
            if (isKnown(name) || !name.Contains(',', StringComparison.Ordinal)) names.Add(name.Trim());
            else names.AddRange(SplitTight(name, isKnown));
        }

        names.RemoveAll(string.IsNullOrWhiteSpace);
        return names.ToImmutable();
    }

    /// <summary>Joined by a bare comma: only where every part is known, since unknown names contain commas too.</summary>
    private static string[] SplitTight(string name, Func<string, bool> isKnown)
    {
        var parts = Greedy(name.Split(','), ",", isKnown).Select(p => p.Trim()).ToArray();
        return parts.All(isKnown) ? parts : [name.Trim()];
    }

    private static List<string> Greedy(string[] parts, string separator, Func<string, bool> isKnown)
    {
        var names = new List<string>();
        for (var start = 0; start < parts.Length;)
        {
            // No real field joins more: a text full of commas must not cost its square.
            var end = Math.Min(parts.Length, start + 8);
            while (end > start + 1 && !isKnown(string.Join(separator, parts[start..end]))) end--;
            names.Add(string.Join(separator, parts[start..end]));
            start = end;
        }

        return names;
    }
}
