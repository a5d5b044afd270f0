using System.Collections.Frozen;
using SpPlus.Contracts.Experiences;

namespace SpPlus.Silo.Privacy.Guard;

/// <summary>An account number with right check digits (ISO 13616), grouped or not, in capitals or not.</summary>
internal sealed class IbanRule : PersonalDataRule
{
    private const int Shortest = 15;
    private const string Separators = " .-";

    /// <summary>A country's numbers all have one length.</summary>
    private static readonly FrozenDictionary<string, int> Lengths = new Dictionary<string, int>
    {
        ["ad"] = 24, ["ae"] = 23, ["at"] = 20, ["be"] = 16, ["bg"] = 22, ["br"] = 29, ["ch"] = 21, ["cy"] = 28, ["cz"] = 24, ["de"] = 22,
        ["dk"] = 18, ["ee"] = 20, ["es"] = 24, ["fi"] = 18, ["fr"] = 27, ["gb"] = 22, ["gr"] = 27, ["hr"] = 21, ["hu"] = 28, ["ie"] = 22,
        ["il"] = 23, ["is"] = 26, ["it"] = 27, ["li"] = 21, ["lt"] = 20, ["lu"] = 20, ["lv"] = 21, ["mc"] = 27, ["mr"] = 27, ["mt"] = 31,
        ["mu"] = 30, ["nl"] = 18, ["no"] = 15, ["pl"] = 28, ["pt"] = 25, ["ro"] = 24, ["rs"] = 22, ["sa"] = 24, ["se"] = 24, ["si"] = 19,
        ["sk"] = 24, ["sm"] = 27, ["tn"] = 24, ["tr"] = 26, ["ua"] = 29,
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> LengthOf = Lengths.GetAlternateLookup<ReadOnlySpan<char>>();

    public override PersonalDataKind Kind => PersonalDataKind.Iban;

    public override bool NeedsDigits => true;

    public override IEnumerable<Passage> In(GuardedText text)
    {
        for (var at = 0; at + Shortest <= text.Plain.Length; at++)
        {
            if (!char.IsAsciiLetter(text.Plain[at]) || (at > 0 && char.IsLetterOrDigit(text.Plain[at - 1]))) continue;
            if (!LengthOf.TryGetValue(text.Plain.AsSpan(at, 2), out var length) || End(text.Plain, at, length) is not { } end) continue;
            yield return new(at, end);
            at = end - 1;
        }
    }

    private static int? End(string plain, int start, int length)
    {
        Span<char> number = stackalloc char[length];
        var (count, at, afterSeparator) = (0, start, true);
        for (; at < plain.Length && count < length; at++)
        {
            var c = plain[at];
            if (char.IsAsciiLetterOrDigit(c)) (number[count++], afterSeparator) = (c, false);
            else if (afterSeparator || !Separators.Contains(c, StringComparison.Ordinal)) return null;
            else afterSeparator = true;
            if (count is 3 or 4 && !char.IsAsciiDigit(number[count - 1])) return null;
        }

        var isWhole = count == length && (at == plain.Length || !char.IsLetterOrDigit(plain[at]));
        return isWhole && HasCheckDigits(number) ? at : null;
    }

    private static bool HasCheckDigits(ReadOnlySpan<char> number)
    {
        var rest = 0;
        for (var at = 0; at < number.Length; at++)
        {
            var character = number[(at + 4) % number.Length];
            var value = char.IsAsciiDigit(character) ? character - '0' : character - 'a' + 10;
            rest = ((rest * (value < 10 ? 10 : 100)) + value) % 97;
        }

        return rest == 1;
    }
}
