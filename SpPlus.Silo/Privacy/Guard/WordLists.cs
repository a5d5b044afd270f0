using System.Collections.Frozen;

namespace SpPlus.Silo.Privacy.Guard;

/// <summary>Words beside the rules, in small letters without accents.</summary>
internal static class WordLists
{
    public static FrozenSet<string> Read(string name) => Lines(name).SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToFrozenSet();

    public static IEnumerable<string> Lines(string name)
    {
        using var reader = new StreamReader(typeof(WordLists).Assembly.GetManifestResourceStream(typeof(WordLists), name)!);
        while (reader.ReadLine() is { } line)
            if (line.Trim() is { Length: > 0 } entry && entry[0] != '#') yield return entry;
    }
}
