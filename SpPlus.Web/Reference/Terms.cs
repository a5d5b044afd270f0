using System.Globalization;
using SpPlus.Contracts.Reference;

namespace SpPlus.Web.Reference;

internal static class Terms
{
    /// <summary>In the reader's language.</summary>
    public static string Label(this Term term) => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "fr" ? term.French : term.English;

    /// <summary>The id itself for a term that left the list.</summary>
    public static string ChannelName(this ReferenceBook book, string id) => book.Channel(id)?.Label() ?? id;

    public static string TagName(this ReferenceBook book, string id) => book.GeneralTag(id)?.Label() ?? id;

    /// <summary>The département's name, else the country's; null when neither is known.</summary>
    public static string? PlaceName(this ReferenceBook book, string? department, string? country) =>
        department is not null ? book.Department(department)?.Name ?? department
        : country is not null ? book.Data.Countries.FirstOrDefault(c => c.Id == country)?.Label() ?? country
        : null;
}
