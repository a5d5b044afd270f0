using System.Globalization;

namespace SpPlus.Web.Forms;

/// <summary>A moment as a form's hidden field carries it, to the last digit.</summary>
internal static class Moments
{
    public static string Write(DateTimeOffset at) => at.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);

    public static DateTimeOffset? Read(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : null;
}
