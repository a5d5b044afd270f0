using System.Collections.Frozen;

namespace SpPlus.Silo.Privacy.Guard;

/// <summary>What belongs to an institution, and to nobody (PII-1).</summary>
internal static class Institutions
{
    /// <summary>Beside the rules, one a line; a domain stands for all under it.</summary>
    private static readonly FrozenSet<string> Domains = WordLists.Read("institutional-domains.txt");

    private static readonly FrozenSet<string> Numbers = WordLists.Read("institutional-phones.txt");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> DomainsBySpan = Domains.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <param name="domain">In lower case.</param>
    public static bool Owns(string domain)
    {
        for (var rest = domain.AsSpan(); ;)
        {
            if (DomainsBySpan.Contains(rest)) return true;
            if (rest.IndexOf('.') is not (>= 0 and var dot)) return false;
            rest = rest[(dot + 1)..];
        }
    }

    /// <summary>0800 to 0899 are services' numbers, in France and in what it calls overseas; the short ones no rule sees.</summary>
    public static bool OwnsNational(string tenDigits) => tenDigits[1] == '8' || Numbers.Contains(tenDigits);
}
