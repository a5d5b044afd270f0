using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Json;
using CsvHelper;

namespace SpPlus.Tests.Reference;

internal static class ReferenceFiles
{
    private static readonly Assembly Silo = Assembly.Load("SpPlus.Silo");

    public static IReadOnlyList<ReferenceStructure> Structures { get; } =
        [.. Rows("structures.csv").Select(row => new ReferenceStructure(
            row["id"], row["parent"], row["name"], row["kind"], row["department"],
            row["aliases"].Split('|', StringSplitOptions.RemoveEmptyEntries)))];

    public static IReadOnlyDictionary<string, ReferenceStructure> StructuresById { get; } =
        Structures.DistinctBy(structure => structure.Id).ToDictionary(structure => structure.Id);

    public static JsonElement Json(string file)
    {
        using var stream = Open(file);
        using var document = JsonDocument.Parse(stream);
        return document.RootElement.Clone();
    }

    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Rows(string file) => Rows(Open(file));

    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Rows(Stream stream)
    {
        using var csv = CsvReader.Create(stream);
        List<IReadOnlyDictionary<string, string>> rows = [];
        while (csv.Read())
        {
            rows.Add(csv.Headers.ToDictionary(column => column, csv.GetString));
        }

        return rows;
    }

    /// <summary>Case, accents and the kind of apostrophe do not distinguish two names.</summary>
    public static string Fold(string name)
    {
        var folded = new StringBuilder(name.Length);
        foreach (var c in name.Replace("œ", "oe", StringComparison.OrdinalIgnoreCase).Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark) continue;
            folded.Append(c is '\'' or '’' or '‘' or '`' ? ' ' : char.ToLowerInvariant(c));
        }

        return string.Join(' ', folded.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    private static Stream Open(string file) =>
        Silo.GetManifestResourceStream($"SpPlus.Silo.Reference.{file}")
        ?? throw new FileNotFoundException($"{file} is not embedded in the silo.");
}
