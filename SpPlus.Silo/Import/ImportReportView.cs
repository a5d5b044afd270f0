using System.Globalization;
using System.Text.Json;
using Spectre.Console;

namespace SpPlus.Silo.Import;

/// <summary>The report for a person: totals and the first of each list on the console, everything in the file.</summary>
internal static class ImportReportView
{
    private const int Shown = 20;
    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");

    public static void Print(IAnsiConsole console, ImportReport report)
    {
        var table = new Table().Title(Markup.Escape($"Import de {report.File}{(report.DryRun ? " (à blanc : rien n’est écrit)" : "")}"));
        table.AddColumn("").AddColumn(new TableColumn("Nombre").RightAligned());
        foreach (var (label, count) in Totals(report)) table.AddRow(Markup.Escape(label), count.ToString("N0", French));
        foreach (var group in report.Remarks.GroupBy(r => r.Kind).OrderBy(g => g.Key))
            table.AddRow(Markup.Escape($"  · {group.Key.Text()}"), group.Count().ToString("N0", French));
        console.Write(table);
        PrintList(console, "Écartés", [.. report.Skipped.Select(s => $"{s.Place} : {s.Reason}")]);
        PrintList(console, "Structures inconnues, sous Hors-structures", ByCount(report.UnknownStructures));
        PrintList(console, "Libellés inconnus, non repris", ByCount(report.UnknownLabels));
        PrintList(console, "Colonnes non reprises", report.UnreadColumns);
        if (report is { Seconds: > 0, Read: > 0 })
            console.WriteLine(string.Create(French, $"{report.Seconds:N1} s, {report.Read / report.Seconds:N0} expériences/s."));
        if (report.StoppedBecause is { } reason) console.MarkupLineInterpolated($"[red]Arrêté :[/] {reason}");
    }

    /// <summary>As JSON when the name says so, as text otherwise.</summary>
    public static async Task Save(ImportReport report, string path)
    {
        if (Path.GetExtension(path).Equals(".json", StringComparison.OrdinalIgnoreCase))
        {
            await using var file = File.Create(path);
            await JsonSerializer.SerializeAsync(file, report, ImportJson.Default.ImportReport);
            return;
        }

        await File.WriteAllLinesAsync(path, Lines(report));
    }

    private static IEnumerable<string> Lines(ImportReport report) =>
    [
        $"Import de {report.File}{(report.DryRun ? " (à blanc)" : "")}",
        .. report.StoppedBecause is { } reason ? [$"Arrêté : {reason}"] : Array.Empty<string>(),
        .. Totals(report).Select(t => $"{t.Label} : {t.Count.ToString(CultureInfo.InvariantCulture)}"),
        .. Section("Écartés", report.Skipped.Select(s => $"{s.Place} : {s.Reason}")),
        .. Section("Remarques", report.Remarks.Select(
            r => $"{r.Place} : {r.Kind.Text()}{(r.Detail.Length > 0 ? $" ({r.Detail})" : "")}")),
        .. Section("Structures inconnues, sous Hors-structures", ByCount(report.UnknownStructures)),
        .. Section("Libellés inconnus, non repris", ByCount(report.UnknownLabels)),
        .. Section("Colonnes non reprises", report.UnreadColumns),
    ];

    private static IEnumerable<string> Section(string title, IEnumerable<string> lines) =>
        lines.Any() ? [$"", title, .. lines] : [];

    private static (string Label, long Count)[] Totals(ImportReport report) =>
    [
        ("Lus", report.Read),
        (report.DryRun ? "À importer" : "Importés", report.Imported),
        ("  dont réparés", report.Repaired),
        ("Déjà là", report.AlreadyThere),
        ("Écartés", report.Skipped.Count),
    ];

    private static List<string> ByCount(IReadOnlyDictionary<string, int> counts) =>
        [.. counts.OrderByDescending(c => c.Value).Select(c => $"{c.Value.ToString(CultureInfo.InvariantCulture)} × {c.Key}")];

    private static void PrintList(IAnsiConsole console, string title, List<string> lines)
    {
        if (lines.Count == 0) return;
        console.MarkupLineInterpolated($"[bold]{title}[/] ({lines.Count.ToString("N0", French)})");
        foreach (var line in lines.Take(Shown)) console.WriteLine($"  {line}");
        if (lines.Count > Shown) console.WriteLine($"  … et {lines.Count - Shown} autres (--report les donne tous)");
    }
}
