using System.Globalization;

namespace SpPlus.Silo.Desk;

/// <summary>Where a page ended: a moment and keys, as text in an address. Anything malformed is the first page.</summary>
internal sealed record Cursor(DateTimeOffset At, string[] Keys)
{
    public static string Write(DateTimeOffset at, params ReadOnlySpan<string> keys) =>
        string.Join('~', [(at.UtcTicks / TimeSpan.TicksPerMicrosecond).ToString(CultureInfo.InvariantCulture), .. keys]);

    public static Cursor? Read(string? text, int parts)
    {
        if (text is not { Length: < 200 } || text.Split('~') is not { } split || split.Length != parts) return null;
        if (!long.TryParse(split[0], NumberStyles.None, CultureInfo.InvariantCulture, out var microseconds)) return null;
        // A NUL or half a character is refused by PostgreSQL, and keys are ASCII.
        if (split[1..].Any(key => key.Any(c => !char.IsAsciiLetterOrDigit(c) && c != '-'))) return null;
        if (microseconds > DateTimeOffset.MaxValue.UtcTicks / TimeSpan.TicksPerMicrosecond) return null;
        return new(new(microseconds * TimeSpan.TicksPerMicrosecond, TimeSpan.Zero), split[1..]);
    }
}
