using System.Text;

namespace SpPlus.Silo.Import.Csv;

/// <summary>How much a quote means while a record is taken apart.</summary>
internal enum Quotes
{
    /// <summary>As written by the rules; a field that opens and never closes makes the record incomplete.</summary>
    Strict,

    /// <summary>One that opens and never closes is a character like another.</summary>
    Lenient,

    /// <summary>All are characters like others.</summary>
    Literal,
}

/// <summary>A record's fields. Line breaks are characters like others here, quoted or not.</summary>
internal static class CsvFields
{
    /// <summary>Null when the text ends inside quotes and <paramref name="quotes"/> is strict.</summary>
    public static List<string>? Split(string text, char separator, Quotes quotes, out bool hasUnquotedBreak)
    {
        var fields = new List<string>(64);
        hasUnquotedBreak = false;
        for (var at = 0; ;)
        {
            if (quotes != Quotes.Literal && at < text.Length && text[at] == '"')
            {
                if (Quoted(text, at + 1, separator, out var value) is var next and >= 0)
                {
                    fields.Add(value);
                    if (next >= text.Length) return fields;
                    at = next + 1;
                    continue;
                }

                if (quotes == Quotes.Strict) return null;
            }

            var end = text.IndexOf(separator, at);
            var field = end < 0 ? text[at..] : text[at..end];
            hasUnquotedBreak |= field.Contains('\n', StringComparison.Ordinal);
            fields.Add(field);
            if (end < 0) return fields;
            at = end + 1;
        }
    }

    /// <summary>
    /// The position after the closing quote: a separator or the end. Negative when there is none. A quote before anything else
    /// is text that was not doubled.
    /// </summary>
    private static int Quoted(string text, int at, char separator, out string value)
    {
        var content = new StringBuilder();
        while (true)
        {
            var quote = text.IndexOf('"', at);
            if (quote < 0)
            {
                value = "";
                return -1;
            }

            content.Append(text, at, quote - at);
            var next = quote + 1;
            if (next >= text.Length || text[next] == separator)
            {
                value = content.ToString();
                return next;
            }

            content.Append('"');
            at = text[next] == '"' ? next + 1 : next;
        }
    }
}
