using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace SpPlus.Silo.Import;

/// <summary>Several responses joined by ", " in one field: taken apart only where each next one plainly starts.</summary>
internal static partial class JoinedResponses
{
    private const int ShortestPart = 40;

    /// <summary>As many parts as asked for, or one: the whole.</summary>
    public static ImmutableArray<string> Split(string joined, int count)
    {
        if (count < 2) return [joined];
        var starts = NextGreeting.Matches(joined);
        if (starts.Count != count - 1) return [joined];
        var parts = ImmutableArray.CreateBuilder<string>(count);
        var from = 0;
        foreach (Match start in starts)
        {
            parts.Add(joined[from..start.Index]);
            from = start.Index + start.Length;
        }

        parts.Add(joined[from..]);
        return parts.All(p => p.Trim().Length >= ShortestPart) ? parts.ToImmutable() : [joined];
    }

    // "Madame, Monsieur" also closes a letter: it only starts one after the end of a sentence.
    [GeneratedRegex(@", (?=(?:[Bb]onjour|[Bb]onsoir|Le service public concerné par votre)\b)|(?<=[.!?…»)]), (?=(?:Madame|Monsieur|Ch[eè]re?s?)\b)", RegexOptions.None, 1_000)]
    private static partial Regex NextGreeting { get; }
}
