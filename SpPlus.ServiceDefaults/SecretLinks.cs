using System.Text.RegularExpressions;

namespace SpPlus.ServiceDefaults;

/// <summary>An author's private address is a key (SUBMIT-4): whoever reads telemetry must not hold it.</summary>
internal static partial class SecretLinks
{
    /// <summary>The same text with the key left out of each private address.</summary>
    public static string Hide(string text) =>
        text.Contains("/suivi/", StringComparison.OrdinalIgnoreCase) ? Key.Replace(text, "$1***") : text;

    // Routes do not distinguish case, and a mistyped address is a key all the same.
    [GeneratedRegex("""(/suivi/+[^/\s?#"']+/+)[^/\s?#"']+""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Key { get; }
}
