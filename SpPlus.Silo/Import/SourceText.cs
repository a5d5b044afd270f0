using SpPlus.Silo.Experiences.Decisions;

namespace SpPlus.Silo.Import;

/// <summary>A text of the source made storable by the same rule as typed ones, saying so when that changed what can be read.</summary>
internal static class SourceText
{
    public static string? Clean(string? raw, ICollection<Remark> remarks)
    {
        if (Words.CleanOrNull(raw) is not { } clean) return null;
        if (raw!.Contains('\uFFFD', StringComparison.Ordinal)) remarks.Add(new(RemarkKind.UnreadableBytes));
        else if (clean.Length != Untouched(raw).Length) remarks.Add(new(RemarkKind.ControlCharacters));
        return clean;
    }

    private static string Untouched(string raw) => raw.ReplaceLineEndings("\n").Normalize().Trim();
}
