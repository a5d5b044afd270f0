using PhoneNumbers;
using SpPlus.Contracts.Experiences;

namespace SpPlus.Silo.Privacy.Guard;

/// <summary>
/// A telephone number, however its digits are grouped. What is dialled in France and begins with 01 to 07 or 09 is somebody's, whether
/// or not the plan has given it out: the numbers kept for fiction are marked too. Services' numbers are left.
/// </summary>
internal sealed class PhoneRule : PersonalDataRule
{
    private const int National = 10;
    private const int LongestInternational = 15;
    private const int ShortestInternational = 8;

    private static readonly PhoneNumberUtil Phones = PhoneNumberUtil.GetInstance();

    /// <summary>How ten digits are grouped when they are a telephone number; all in pairs or one by one is one too.</summary>
    private static readonly HashSet<string> Shapes =
        [
            "10", "1-9", "2-8", "4-6", "4-2-2-2", "4-3-3", "2-4-4", "2-2-6", "2-2-3-3", "2-3-3-2", "2-3-2-3", "1-3-3-3", "3-3-4",
            "3-3-2-2", "3-7", "2-2-2-4", "2-2-4-2",
        ];

    public override PersonalDataKind Kind => PersonalDataKind.Phone;

    public override bool NeedsDigits => true;

    public override IEnumerable<Passage> In(GuardedText text)
    {
        foreach (var run in DigitRuns.In(text))
        {
            for (var at = 0; at < run.Groups.Count;)
            {
                var (length, isPersonal) = International(run, at) ?? NationalAt(run, at) ?? (1, false);
                if (isPersonal) yield return new(run.Groups[at].Start, run.Groups[at + length - 1].End);
                at += length;
                if (length == 1 && !isPersonal) at = Rest(run, at);
            }
        }
    }

    /// <summary>What follows other digits is a number when it is all that is left, in pairs.</summary>
    private static int Rest(DigitRun run, int from)
    {
        var last = run.Groups.Count - (National / 2);
        return last >= from && Enumerable.Range(last, National / 2).All(g => run.Groups[g].Digits.Length == 2) ? last : run.Groups.Count;
    }

    private static (int Length, bool IsPersonal)? NationalAt(DigitRun run, int at)
    {
        // 33 for France, without the plus.
        if (run.Groups[at].Digits is ['3', '3', >= '1' and <= '9', ..] and { Length: 11 } abroad) return (1, !Institutions.OwnsNational("0" + abroad[2..]));
        var (digits, length) = ("", 0);
        for (; at + length < run.Groups.Count && digits.Length < National; length++) digits += run.Groups[at + length].Digits;
        if (digits.Length != National || digits[0] != '0' || digits[1] == '0') return null;
        var groups = run.Groups.Skip(at).Take(length).Select(g => g.Digits.Length).ToArray();
        if (!groups.All(g => g <= 2) && !Shapes.Contains(string.Join('-', groups))) return null;
        return (length, !Institutions.OwnsNational(digits));
    }

    private static (int Length, bool IsPersonal)? International(DigitRun run, int at)
    {
        var hasPlus = at == 0 && run.IsInternational;
        if (!hasPlus && !run.Groups[at].Digits.StartsWith("00", StringComparison.Ordinal)) return null;
        var (digits, best) = (hasPlus ? "" : run.Groups[at].Digits[2..], ((int, bool)?)null);
        for (var length = 1; at + length <= run.Groups.Count; length++)
        {
            var group = run.Groups[at + length - 1].Digits;
            // +33 (0)6: the zero is for those who call from France.
            if (length > 1 || hasPlus) digits += length > 1 && digits == "33" && group[0] == '0' ? group[1..] : group;
            if (digits.Length > LongestInternational) break;
            if (digits.Length >= ShortestInternational && Read(digits, isSure: hasPlus || length > 1) is { } isPersonal) best = (length, isPersonal);
        }

        return best;
    }

    /// <summary>Null for what no country dials. After a plus, a number that could be given out is enough.</summary>
    private static bool? Read(string digits, bool isSure)
    {
        try
        {
            var number = Phones.Parse("+" + digits, null);
            var isNumber = isSure ? Phones.IsPossibleNumber(number) : Phones.IsValidNumber(number);
            if (!isNumber) return null;
            if (digits is ['3', '3', ..] and { Length: 11 } && Institutions.OwnsNational("0" + digits[2..])) return false;
            return !(Phones.GetNumberType(number)
                is PhoneNumberType.TOLL_FREE or PhoneNumberType.SHARED_COST or PhoneNumberType.PREMIUM_RATE or PhoneNumberType.UAN);
        }
        catch (NumberParseException)
        {
            return null;
        }
    }
}
