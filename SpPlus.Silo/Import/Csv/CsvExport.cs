using System.Runtime.CompilerServices;

namespace SpPlus.Silo.Import.Csv;

/// <summary>The export as CSV.</summary>
internal static class CsvExport
{
    public static async IAsyncEnumerable<ImportEntry> Read(
        TextReader reader, ImportVocabulary vocabulary, DateTimeOffset now, ImportReport report,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        var lines = new LineReader(reader);
        var header = new CsvHeader(await FirstLine(lines, cancellation));
        foreach (var (label, column) in header.Labels.Zip(header.Columns))
            if (!ExportColumns.IsRead(column)) report.UnreadColumns.Add(label);
        await foreach (var record in new CsvRecords(lines, header).Read(cancellation))
        {
            yield return record.UnreadableBecause is { } reason
                ? ImportEntry.Skip(record.Line, reason)
                : new ExportRow(Fields(header, record), vocabulary, now).Read(record.Line, record.Repairs);
        }
    }

    private static async Task<string> FirstLine(LineReader lines, CancellationToken cancellation)
    {
        while (await lines.Next(cancellation) is { } line)
            if (line.Trim().Length > 0) return line;
        throw new ImportRefusedException("Le fichier est vide.");
    }

    private static Dictionary<string, string> Fields(CsvHeader header, CsvRecord record)
    {
        var fields = new Dictionary<string, string>(record.Fields.Count);
        for (var i = 0; i < record.Fields.Count; i++)
            if (record.Fields[i].Length > 0) fields.TryAdd(header.Columns[i], record.Fields[i]);
        return fields;
    }
}
