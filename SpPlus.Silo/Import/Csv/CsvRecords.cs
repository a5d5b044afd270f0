using System.Runtime.CompilerServices;
using System.Text;

namespace SpPlus.Silo.Import.Csv;

/// <summary>
/// Records of a file whose free texts break lines without quotes. Everything from a line on which a record plainly starts to the
/// next such line is one record; it is taken when its lines, joined, give every column and each typed column holds its type.
/// Otherwise it is reported: no column is ever shifted to make it fit.
/// </summary>
internal sealed class CsvRecords(LineReader lines, CsvHeader header)
{
    private const int MaximumLines = 5_000;
    private const int MaximumCharacters = 8_000_000;

    public async IAsyncEnumerable<CsvRecord> Read([EnumeratorCancellation] CancellationToken cancellation)
    {
        var block = new List<string>();
        long blockStart = 0;
        var characters = 0;
        while (await lines.Next(cancellation) is { } line)
        {
            var starts = header.Starts(line);
            var isHeaderAgain = line == header.Line;
            if (starts || isHeaderAgain || block.Count >= MaximumLines || characters > MaximumCharacters)
            {
                foreach (var record in Close(block, blockStart)) yield return record;
                (characters, blockStart) = (0, lines.Number);
                block.Clear();
            }

            if (isHeaderAgain)
            {
                yield return CsvRecord.Unreadable(lines.Number, "en-tête répété");
                blockStart = lines.Number + 1;
                continue;
            }

            if (block.Count == 0)
            {
                if (line.Length == 0) continue;
                blockStart = lines.Number;
            }

            block.Add(line);
            characters += line.Length;
        }

        foreach (var record in Close(block, blockStart)) yield return record;
    }

    private IEnumerable<CsvRecord> Close(List<string> block, long start)
    {
        while (block.Count > 0 && block[^1].Length == 0) block.RemoveAt(block.Count - 1);
        if (block.Count == 0) yield break;
        if (!header.Starts(block[0]))
        {
            yield return CsvRecord.Unreadable(start, $"{LineCount(block.Count)} hors de tout enregistrement (tronquée ?)");
            yield break;
        }

        foreach (var quotes in (Quotes[])[Quotes.Strict, Quotes.Lenient, Quotes.Literal])
        {
            if (Complete(block, quotes) is not { } found) continue;
            yield return found.Record with { Line = start };
            if (found.Used < block.Count)
            {
                yield return CsvRecord.Unreadable(
                    start + found.Used, $"{LineCount(block.Count - found.Used)} en trop après un enregistrement complet (tronquée ?)");
            }

            yield break;
        }

        yield return CsvRecord.Unreadable(start, Reason(block));
    }

    /// <summary>The fewest lines that make a whole record.</summary>
    private (CsvRecord Record, int Used)? Complete(List<string> block, Quotes quotes)
    {
        var text = new StringBuilder();
        var separators = 0;
        for (var used = 1; used <= block.Count; used++)
        {
            if (used > 1) text.Append('\n');
            text.Append(block[used - 1]);
            separators += block[used - 1].AsSpan().Count(header.Separator);
            if (separators < header.Columns.Length - 1) continue;
            if (CsvFields.Split(used == 1 ? block[0] : text.ToString(), header.Separator, quotes, out var hasBreak) is not { } fields) continue;
            if (header.Fits(fields)) return (CsvRecord.Of(fields, hasBreak, quotes != Quotes.Strict), used);
            // Quotes as written only ever give more fields from more lines.
            if (quotes != Quotes.Lenient && fields.Count > header.Columns.Length) return null;
        }

        return null;
    }

    private string Reason(List<string> block)
    {
        var fields = CsvFields.Split(string.Join('\n', block), header.Separator, Quotes.Lenient, out _)!;
        var misfit = header.Misfit(fields);
        return fields.Count == header.Columns.Length
            ? $"colonnes décalées : « {misfit} » ne contient pas ce qu’elle doit"
            : $"{fields.Count} colonnes au lieu de {header.Columns.Length}"
              + (misfit is null ? "" : $", décalées à partir de « {misfit} » au plus tard");
    }

    private static string LineCount(int count) => count == 1 ? "ligne" : $"{count} lignes";
}
