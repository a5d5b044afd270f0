using System.Text;

namespace SpPlus.Silo.Mail.Letters;

/// <summary>A letter as plain text: the whole of it, for readers that show no HTML.</summary>
internal static class PlainLetter
{
    public static string Of(Letter letter)
    {
        var text = new StringBuilder();
        text.Append(letter.Heading).Append("\n\n");
        foreach (var passage in letter.Passages) text.Append(Of(passage)).Append("\n\n");
        // What mail programs know as the start of a signature.
        text.Append("-- \n").AppendJoin("\n\n", letter.Footer).Append('\n');
        return text.ToString();
    }

    private static string Of(Passage passage) => passage switch
    {
        Paragraph paragraph => paragraph.Text,
        Quotation quotation => "> " + quotation.Text.Replace("\n", "\n> ", StringComparison.Ordinal),
        Link link => $"{link.Label}\n{link.Address}",
        _ => throw new NotSupportedException(passage.GetType().Name),
    };
}
