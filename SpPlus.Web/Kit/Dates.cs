using System.Globalization;

namespace SpPlus.Web.Kit;

/// <summary>Dates as people read them, on the clocks of metropolitan France.</summary>
internal static class Dates
{
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    public static DateTimeOffset Local(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, Paris);

    public static DateTimeOffset OnParisClocks(DateTime local) => new(local, Paris.GetUtcOffset(local));

    public static DateOnly Today(TimeProvider time) => DateOnly.FromDateTime(Local(time.GetUtcNow()).DateTime);

    public static string Day(DateTimeOffset at) => Day(DateOnly.FromDateTime(Local(at).DateTime));

    public static string Day(DateOnly day) => IsFrench && day.Day == 1
        ? "1er " + day.ToString("MMMM yyyy", CultureInfo.CurrentCulture)
        : day.ToString("d MMMM yyyy", CultureInfo.CurrentCulture);

    public static string Minute(DateTimeOffset at) => IsFrench
        ? $"{Day(at)}, {Local(at).ToString("H' h 'mm", CultureInfo.InvariantCulture)}"
        : $"{Day(at)}, {Local(at).ToString("HH:mm", CultureInfo.InvariantCulture)}";

    /// <summary>The hour alone, for what happens today.</summary>
    public static string Hour(DateTimeOffset at) => Local(at).ToString(IsFrench ? "H' h 'mm" : "HH:mm", CultureInfo.InvariantCulture);

    private static bool IsFrench => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "fr";
}
