using System.Globalization;
using System.Resources;

namespace SpPlus.Silo.Mail.Letters;

/// <summary>The sentences of mails: French, and English for those who chose it.</summary>
internal sealed class LetterTexts
{
    private static readonly ResourceManager Resources = new(typeof(LetterTexts));

    private readonly CultureInfo culture;

    private LetterTexts(string language) => (Language, culture) = (language, CultureInfo.GetCultureInfo(language));

    public static LetterTexts French { get; } = new("fr");

    public static LetterTexts English { get; } = new("en");

    public string Language { get; }

    public static LetterTexts In(string language) => language == "en" ? English : French;

    public string this[string name] =>
        Resources.GetString(name, culture) ?? throw new InvalidOperationException($"No text {name} in {Language}.");

    public string Filled(string name, params ReadOnlySpan<object?> values) => string.Format(culture, this[name], values);
}
