using SpPlus.Contracts.Texts;

namespace SpPlus.Web.Kit;

/// <summary>The beginning of a text as lists show it.</summary>
internal static class Excerpt
{
    /// <summary>
    /// Ends at a word where there is one in its second half: a language that writes without spaces, or a long address, is cut
    /// between two characters.
    /// </summary>
    public static string Of(string text, int length)
    {
        if (text.Length <= length) return text;
        var space = text.LastIndexOfAny([' ', '\n'], length);
        return (space > length / 2 ? text[..space] : WellFormed.Cut(text, length)) + "…";
    }
}
