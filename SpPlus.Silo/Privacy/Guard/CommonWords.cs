using System.Collections.Frozen;

namespace SpPlus.Silo.Privacy.Guard;

/// <summary>Words that are nobody's name where a name could stand.</summary>
internal static class CommonWords
{
    private static readonly FrozenSet<string> Function = WordLists.Read("function-words.txt");
    private static readonly FrozenSet<string> Others = WordLists.Read("words-after-a-civility.txt");
    private static readonly FrozenSet<string> Offices = WordLists.Read("offices.txt");

    /// <summary>Articles, pronouns, verbs' commonest forms: no name, whatever its capitals.</summary>
    public static bool IsFunction(string word) => Function.Contains(word);

    /// <summary>Also what often follows « monsieur » or « madame » in small letters.</summary>
    public static bool Follows(string word) => Function.Contains(word) || Others.Contains(word) || Offices.Contains(word);

    /// <summary>What somebody is, not what they are called: préfète, directeur, maire.</summary>
    public static bool IsOffice(string word) => Offices.Contains(word);
}
