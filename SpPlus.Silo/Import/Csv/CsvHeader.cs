using System.Collections.Immutable;
using SpPlus.Silo.Texts;

namespace SpPlus.Silo.Import.Csv;

/// <summary>The columns of this file, and what tells that a row is not shifted against them.</summary>
internal sealed class CsvHeader
{
    private static readonly string[][] Required =
        [ExportColumns.Id, ExportColumns.State, ExportColumns.Title, ExportColumns.Story];

    private readonly List<Anchor> anchors = [];
    private readonly int leadingAnchors;

    public CsvHeader(string line)
    {
        Line = line;
        Separator = line.AsSpan().Count(';') >= line.AsSpan().Count(',') ? ';' : ',';
        var labels = CsvFields.Split(line, Separator, Quotes.Lenient, out _)!;
        Labels = [.. labels.Select(l => l.Trim())];
        Columns = [.. labels.Select(FoldedName.Of)];
        Check();
        Add(ExportColumns.Id, Anchors.IsId);
        Add(ExportColumns.State, Anchors.IsState);
        Add(ExportColumns.PublishedAt, Anchors.IsDateOrEmpty);
        Add(ExportColumns.WrittenAt, Anchors.IsDateOrEmpty);
        Add(ExportColumns.AnsweredAt, Anchors.IsDateOrEmpty);
        Add(ExportColumns.ActionDate, Anchors.IsLabelOrEmpty);
        Add(ExportColumns.Feeling, Anchors.IsFeelingOrEmpty);
        Add(ExportColumns.Country, Anchors.IsLabelOrEmpty);
        Add([ExportColumns.Department[0]], Anchors.IsLabelOrEmpty);
        foreach (var tag in ExportColumns.GeneralTags) Add([tag], Anchors.IsFeelingOrEmpty);
        for (var n = 1; n <= ExportColumns.MaximumStructures; n++)
        {
            Add(ExportColumns.Similarity(n), Anchors.IsFigureOrEmpty);
            Add(ExportColumns.Usefulness(n), Anchors.IsFigureOrEmpty);
        }

        while (anchors.Exists(a => a.Column == leadingAnchors)) leadingAnchors++;
    }

    public string Line { get; }
    public char Separator { get; }
    public ImmutableArray<string> Labels { get; }

    /// <summary>Folded.</summary>
    public ImmutableArray<string> Columns { get; }

    public bool Fits(IReadOnlyList<string> fields)
    {
        if (fields.Count != Columns.Length) return false;
        foreach (var anchor in anchors)
            if (!anchor.Accepts(fields[anchor.Column])) return false;
        return true;
    }

    /// <summary>The first column whose value can't be its own, for the report.</summary>
    public string? Misfit(IReadOnlyList<string> fields) =>
        anchors.OrderBy(a => a.Column).FirstOrDefault(a => a.Column < fields.Count && !a.Accepts(fields[a.Column])) is { } anchor
            ? Labels[anchor.Column]
            : null;

    /// <summary>A line on which a record starts: its id, its state and what else comes before the free texts are all there.</summary>
    public bool Starts(string line)
    {
        if (line.Length == 0 || (line[0] != '"' && !char.IsAsciiDigit(line[0]))) return false;
        var at = 0;
        for (var column = 0; column < leadingAnchors; column++)
        {
            var end = line.IndexOf(Separator, at);
            if (end < 0) return false;
            var anchor = anchors.Find(a => a.Column == column)!;
            if (!anchor.Accepts(line[at..end].Trim('"'))) return false;
            at = end + 1;
        }

        return true;
    }

    private void Check()
    {
        var missing = Required.Where(names => !Columns.Contains(names[0])).Select(names => $"« {names[0]} »").ToArray();
        if (missing.Length > 0)
            throw new ImportRefusedException($"Ce fichier n’est pas l’export : colonnes absentes {string.Join(", ", missing)}.");
        if (Columns.GroupBy(c => c).FirstOrDefault(g => g.Count() > 1 && ExportColumns.IsRead(g.Key)) is { } twice)
            throw new ImportRefusedException($"La colonne « {twice.Key} » est là deux fois : laquelle lire ne peut pas être deviné.");
        if (Columns[0] != ExportColumns.Id[0])
            throw new ImportRefusedException("La colonne « ID expérience » doit être la première : elle dit où une ligne commence.");
    }

    private void Add(string[] names, Func<string, bool> accepts)
    {
        if (Columns.IndexOf(names[0]) is var column and >= 0) anchors.Add(new(column, accepts));
    }

    private sealed record Anchor(int Column, Func<string, bool> Accepts);
}
