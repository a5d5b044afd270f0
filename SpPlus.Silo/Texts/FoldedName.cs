using System.Globalization;
using System.Text;
using SpPlus.Contracts.Texts;

namespace SpPlus.Silo.Texts;

/// <summary>A name as it is compared: accents, case, apostrophes, hyphens and other punctuation do not distinguish two of them.</summary>
internal static class FoldedName
{
    public static string Of(string name)
    {
        var folded = new StringBuilder(name.Length);
        foreach (var c in WellFormed.Of(name).Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark) continue;
            if (char.IsLetterOrDigit(c)) Append(folded, c);
            else if (folded.Length > 0 && folded[^1] != ' ') folded.Append(' ');
        }

        return folded.ToString().TrimEnd();
    }

    private static void Append(StringBuilder folded, char c)
    {
        switch (c)
        {
            case 'œ' or 'Œ':
                folded.Append("oe");
                break;
            case 'æ' or 'Æ':
                folded.Append("ae");
                break;
            default:
                folded.Append(char.ToLowerInvariant(c));
                break;
        }
    }
}
