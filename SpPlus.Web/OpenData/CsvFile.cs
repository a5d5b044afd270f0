using System.Collections.Immutable;
using CsvHelper;

namespace SpPlus.Web.OpenData;

/// <summary>
/// The open data as CSV (RFC 4180: commas, double quotes, CRLF; UTF-8 with its mark, which spreadsheets look for). A text that a spreadsheet
/// would run as a formula is preceded by an apostrophe; the JSON Lines have it as it was written.
/// </summary>
internal static class CsvFile
{
    private static readonly CsvWriterOptions Options = new() { WriteByteOrderMark = true, Injection = CsvInjection.Escape };

    public static async Task Write(
        Stream to, ImmutableArray<OpenDataColumn> columns, IAsyncEnumerable<IReadOnlyList<OpenDataRow>> pages, CancellationToken cancellation)
    {
        await using var csv = CsvWriter.Create(to, Options, leaveOpen: true);
        foreach (var column in columns) csv.WriteField(column.Name);
        await csv.EndRecordAsync(cancellation);
        await foreach (var page in pages.WithCancellation(cancellation))
        {
            foreach (var row in page)
            {
                foreach (var column in columns) csv.WriteField(column.Value(row));
                await csv.EndRecordAsync(cancellation);
            }

            await csv.FlushAsync(cancellation);
        }
    }
}
