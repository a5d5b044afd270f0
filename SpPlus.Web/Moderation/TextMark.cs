using System.Security.Cryptography;
using System.Text;
using SpPlus.Contracts.Experiences;

namespace SpPlus.Web.Moderation;

/// <summary>
/// What a page showed in each field of the text, in few characters: it travels with the form and tells what was edited, even
/// when the text has been published in other words meanwhile.
/// </summary>
internal static class TextMark
{
    public static string Of(ExperienceView view) =>
        string.Join('.', Of(view.Title), Of(view.Story), Of(view.Pseudonym), Of(view.Procedure));

    /// <summary>Browsers send line ends of their own: they are no edit, nor are spaces around a text.</summary>
    public static string Of(string? text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes((text ?? "").ReplaceLineEndings("\n").Trim())).AsSpan(0, 8));
}
