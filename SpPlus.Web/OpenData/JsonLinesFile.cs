using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace SpPlus.Web.OpenData;

/// <summary>The open data as JSON Lines: one object a line, every column a property, null where there is nothing.</summary>
internal static class JsonLinesFile
{
    // Served as a file, never inside a page.
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static async Task Write(
        Stream to, ImmutableArray<OpenDataColumn> columns, IAsyncEnumerable<IReadOnlyList<OpenDataRow>> pages, CancellationToken cancellation)
    {
        await foreach (var page in pages.WithCancellation(cancellation))
        {
            using var lines = new MemoryStream();
            foreach (var row in page)
            {
                Write(lines, columns, row);
                lines.WriteByte((byte)'\n');
            }

            lines.Position = 0;
            await lines.CopyToAsync(to, cancellation);
            await to.FlushAsync(cancellation);
        }
    }

    private static void Write(Stream line, ImmutableArray<OpenDataColumn> columns, OpenDataRow row)
    {
        using var json = new Utf8JsonWriter(line, Readable);
        json.WriteStartObject();
        foreach (var column in columns) json.WriteString(column.Name, column.Value(row));
        json.WriteEndObject();
    }
}
