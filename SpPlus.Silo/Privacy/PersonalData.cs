using System.Collections.Immutable;
using System.Text.RegularExpressions;
using PhoneNumbers;
using SpPlus.Contracts.Experiences;

namespace SpPlus.Silo.Privacy;

/// <summary>
/// PII-1: passages of a text that look like personal data. A mark is a question to whoever publishes, never a decision: what is known
/// to belong to an institution is left out. Linear in the text: hostile input takes no longer than other input of its length.
/// </summary>
internal static class PersonalData
{
    private const RegexOptions Linear = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant;
    private static readonly PhoneNumberUtil Phones = PhoneNumberUtil.GetInstance();

    /// <summary>In the order of the text; no two overlap.</summary>
    public static ImmutableArray<PersonalDataMark> In(string text)
    {
        var marks = new List<PersonalDataMark>();
        if (text.Contains('@')) Add(Email, PersonalDataKind.Email, m => !IsInstitutional(m.Value));
        if (HasDigits(text))
        {
            Add(SocialSecurity, PersonalDataKind.SocialSecurityNumber, m => HasSocialSecurityKey(m.Value));
            Add(IbanShape, PersonalDataKind.Iban, m => HasIbanCheckDigits(m.Value));
            Add(PhoneShape, PersonalDataKind.Phone, m => IsPersonalPhone(m.Value));
            Add(FileNumber, PersonalDataKind.FileNumber);
            Add(Plate, PersonalDataKind.Plate);
            Add(Street, PersonalDataKind.Address);
        }

        Add(Civility, PersonalDataKind.Name);
        return [.. marks.OrderBy(m => m.Start)];

        void Add(Regex rule, PersonalDataKind kind, Func<Match, bool>? isPersonal = null)
        {
            foreach (Match match in rule.Matches(text))
            {
                if (isPersonal?.Invoke(match) is false || marks.Any(m => match.Index < m.Start + m.Length && m.Start < match.Index + match.Length)) continue;
                marks.Add(new() { Kind = kind, Start = match.Index, Length = match.Length, Passage = match.Value });
            }
        }
    }

    private static bool HasDigits(string text)
    {
        foreach (var character in text)
            if (char.IsAsciiDigit(character)) return true;
        return false;
    }

    private static bool IsInstitutional(string address) => address.EndsWith(".gouv.fr", StringComparison.OrdinalIgnoreCase);

    /// <summary>Service numbers (0800 and the like, and the short ones, which no rule sees) are nobody's.</summary>
    private static bool IsPersonalPhone(string typed)
    {
        try
        {
            var number = Phones.Parse(typed, "FR");
            return Phones.IsValidNumber(number) && Phones.GetNumberType(number) is PhoneNumberType.MOBILE or PhoneNumberType.FIXED_LINE
                or PhoneNumberType.FIXED_LINE_OR_MOBILE or PhoneNumberType.VOIP or PhoneNumberType.PERSONAL_NUMBER;
        }
        catch (NumberParseException)
        {
            return false;
        }
    }

    /// <summary>The last two digits are 97 less the rest of the others; Corsica's 2A and 2B count as 19 and 18.</summary>
    private static bool HasSocialSecurityKey(string typed)
    {
        var compact = Compact(typed).Replace("2A", "19", StringComparison.Ordinal).Replace("2B", "18", StringComparison.Ordinal);
        return compact.Length == 15 && long.TryParse(compact[..13], out var number) && int.TryParse(compact[13..], out var key)
            && 97 - (int)(number % 97) == key;
    }

    private static bool HasIbanCheckDigits(string typed)
    {
        var compact = Compact(typed);
        var rest = 0;
        foreach (var character in string.Concat(compact.AsSpan(4), compact.AsSpan(0, 4)))
        {
            var value = char.IsAsciiDigit(character) ? character - '0' : character - 'A' + 10;
            rest = ((rest * (value < 10 ? 10 : 100)) + value) % 97;
        }

        return rest == 1;
    }

    private static string Compact(string typed) => string.Concat(typed.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();

    private static readonly Regex Email = new(@"[\p{L}0-9._%+-]+@[\p{L}0-9-]+(\.[\p{L}0-9-]+)+", Linear);
    private static readonly Regex PhoneShape = new(@"(\+33|0033|\b0)[ .\-\u00A0\u202F]?(\(0\))?[1-9]([ .\-\u00A0\u202F]?[0-9]{2}){4}\b", Linear);
    private static readonly Regex SocialSecurity =
        new(@"\b[12][ .\u00A0]?[0-9]{2}[ .\u00A0]?[0-9]{2}[ .\u00A0]?([0-9]{2}|2[ABab])[ .\u00A0]?[0-9]{3}[ .\u00A0]?[0-9]{3}[ .\u00A0]?[0-9]{2}\b", Linear);
    private static readonly Regex IbanShape = new(@"\b[A-Z]{2}[0-9]{2}([ \u00A0]?[0-9A-Z]{4}){3,7}([ \u00A0]?[0-9A-Z]{1,3})?\b", Linear);
    private static readonly Regex Plate = new(@"\b[A-HJ-NP-TV-Z]{2}[ -]?[0-9]{3}[ -]?[A-HJ-NP-TV-Z]{2}\b", Linear);
    private static readonly Regex FileNumber = new(
        @"(?i:allocataire|fiscal|dossier|identifiant|matricule|adhérent|assuré|usager|candidat)(e)?(?i:[ \u00A0]*(numéro|n°|nº|no\.?|:|est|le))*[ \u00A0:]*[0-9][0-9 ]{4,14}[0-9][A-Z]?\b", Linear);
    private static readonly Regex Street = new(
        @"\b[0-9]{1,4}[ ,]*(bis|ter|quater)?[ ,]*(?i:rue|avenue|boulevard|bd|allée|chemin|impasse|place|quai|cours|route|square|passage)[ ]+(de |du |des |de la |de l[’']|d[’'])?[\p{L}’'-]+([ -]\p{Lu}[\p{L}’'-]+)*", Linear);
    private static readonly Regex Civility = new(
        @"\b(M\.|Mr|Mme|Mlle|Monsieur|Madame|Mademoiselle|Docteur|Dr|Maître|Me)[ \u00A0]+\p{Lu}[\p{L}’'-]*\p{Ll}[\p{L}’'-]*([ -]\p{Lu}[\p{L}’'-]+)*", Linear);
}
