using System.Globalization;

namespace SpPlus.Silo.Import;

/// <summary>
/// The source's dates. A day without an hour is noon UTC: the same day wherever in France it is read. An hour without an offset
/// is Paris's.
/// </summary>
internal static class SourceDates
{
    private static readonly string[] Days = ["yyyy-MM-dd", "dd/MM/yyyy", "yyyy/MM/dd", "dd-MM-yyyy"];

    private static readonly string[] Hours =
    [
        "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm", "dd/MM/yyyy HH:mm:ss",
        "dd/MM/yyyy HH:mm", "yyyy-MM-dd'T'HH:mm:ss.FFFFFF", "yyyy-MM-dd HH:mm:ss.FFFFFF",
    ];

    private static readonly TimeZoneInfo Paris =
        TimeZoneInfo.TryFindSystemTimeZoneById("Europe/Paris", out var zone) ? zone : TimeZoneInfo.Utc;

    public static bool TryRead(string? text, out DateTimeOffset at)
    {
        at = default;
        text = text?.Trim();
        if (string.IsNullOrEmpty(text)) return false;
        var (culture, style) = (CultureInfo.InvariantCulture, DateTimeStyles.None);
        if (DateOnly.TryParseExact(text, Days, culture, style, out var day))
            at = new(day, new(12, 0), TimeSpan.Zero);
        else if (DateTime.TryParseExact(text, Hours, culture, style, out var hour))
            at = new DateTimeOffset(hour, Paris.GetUtcOffset(hour)).ToUniversalTime();
        else if (text.Length < 19 || !DateTimeOffset.TryParse(text, culture, DateTimeStyles.AssumeUniversal, out at))
            return false;
        at = at.ToUniversalTime();
        // To the microsecond, as PostgreSQL keeps it.
        at = at.AddTicks(-(at.Ticks % TimeSpan.TicksPerMicrosecond));
        return at.Year is >= 1990 and <= 2200;
    }
}
