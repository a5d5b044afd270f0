namespace SpPlus.Silo.Import.Csv;

/// <summary>Physical lines with their numbers. A line that never ends is refused before it fills the memory.</summary>
internal sealed class LineReader(TextReader reader)
{
    public const int MaximumLine = 4_000_000;

    private readonly char[] buffer = new char[64 * 1024];
    private readonly System.Text.StringBuilder partial = new();
    private int start;
    private int end;

    /// <summary>The number of the last line read, from 1.</summary>
    public long Number { get; private set; }

    /// <summary>Null at the end of the file.</summary>
    public async ValueTask<string?> Next(CancellationToken cancellation)
    {
        partial.Clear();
        while (true)
        {
            if (start == end)
            {
                (start, end) = (0, await reader.ReadAsync(buffer, cancellation));
                if (end == 0) return partial.Length == 0 ? null : Finish("");
            }

            var length = buffer.AsSpan(start, end - start).IndexOf('\n');
            var text = buffer.AsSpan(start, length < 0 ? end - start : length);
            if (partial.Length + text.Length > MaximumLine)
                throw new ImportRefusedException($"La ligne {Number + 1} dépasse {MaximumLine:N0} caractères : ce fichier n’est pas l’export.");
            start += text.Length;
            if (length < 0)
            {
                partial.Append(text);
                continue;
            }

            start++;
            return Finish(text);
        }
    }

    private string Finish(ReadOnlySpan<char> last)
    {
        Number++;
        var line = partial.Append(last).ToString();
        return line.EndsWith('\r') ? line[..^1] : line;
    }
}
