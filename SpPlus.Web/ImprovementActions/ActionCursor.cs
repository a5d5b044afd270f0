using System.Globalization;

namespace SpPlus.Web.ImprovementActions;

/// <summary>Where a page ended, as text in an address. Anything malformed is the first page.</summary>
internal sealed record ActionCursor(DateTimeOffset At, string Id)
{
    public static string Write(DateTimeOffset at, string id) =>
        (at.UtcTicks / TimeSpan.TicksPerMicrosecond).ToString(CultureInfo.InvariantCulture) + "~" + id;

    public static ActionCursor? Read(string? text) =>
        text?.Split('~') is [var at, { Length: > 0 and < 20 } id]
        && long.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var microseconds)
        && microseconds <= DateTimeOffset.MaxValue.UtcTicks / TimeSpan.TicksPerMicrosecond
        && id.All(c => char.IsAsciiLetterOrDigit(c) || c == '-')
            ? new(new(microseconds * TimeSpan.TicksPerMicrosecond, TimeSpan.Zero), id)
            : null;
}
