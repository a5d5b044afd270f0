using System.Text;
using SpPlus.Silo.Import.Csv;

namespace SpPlus.Silo.Import;

/// <summary>What a file is, told from its first bytes: JSON or CSV, and how its text is encoded.</summary>
internal static class ImportFile
{
    private const int Head = 64 * 1024;

    public static IAsyncEnumerable<ImportEntry> Read(
        Stream stream, ImportVocabulary vocabulary, DateTimeOffset now, ImportReport report, CancellationToken cancellation)
    {
        var buffered = new BufferedStream(stream, Head);
        var head = new byte[(int)Math.Min(Head, stream.Length)];
        buffered.ReadExactly(head);
        buffered.Position = 0;
        if (head.AsSpan().IndexOfAnyExcept((ReadOnlySpan<byte>)[.. " \t\r\n"u8, 0xEF, 0xBB, 0xBF]) < 0 && stream.Length <= Head)
            throw new ImportRefusedException("Le fichier est vide.");
        if (head.AsSpan().StartsWith("PK"u8) || head.AsSpan().StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]))
            throw new ImportRefusedException("Le fichier est une archive ou un classeur : donnez le CSV ou le JSON qu’il contient.");
        var text = head.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? head.AsSpan(3) : head;
        return text.TrimStart(" \t\r\n"u8) switch
        {
            [(byte)'[', ..] => JsonExport.Read(buffered, isArray: true, vocabulary, now, cancellation),
            [(byte)'{', ..] => JsonExport.Read(buffered, isArray: false, vocabulary, now, cancellation),
            _ => CsvExport.Read(new StreamReader(buffered, EncodingOf(head)), vocabulary, now, report, cancellation),
        };
    }

    /// <summary>
    /// The header decides: its names have accents, and a stray byte in some text further down says nothing of the whole.
    /// </summary>
    private static Encoding EncodingOf(byte[] head)
    {
        if (head is [0xFF, 0xFE, ..]) return Encoding.Unicode;
        if (head is [0xFE, 0xFF, ..]) return Encoding.BigEndianUnicode;
        var end = Array.IndexOf(head, (byte)'\n');
        var firstLine = head.AsSpan(0, end < 0 ? head.Length : end);
        if (end < 0 || System.Text.Unicode.Utf8.IsValid(firstLine)) return new UTF8Encoding(false);
        return CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
    }
}
