using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace SpPlus.Silo.Mail.Letters;

/// <summary>
/// A letter as one HTML page that loads nothing: no image, no font, no tracker. Styles stand in the elements because mail
/// programs drop style sheets; every text is encoded here and nowhere else.
/// </summary>
internal static class HtmlLetter
{
    private const string Page = "margin:0;padding:0;background:#ffffff;color:#14262b";
    private const string Column = "max-width:36rem;margin:0 auto;padding:24px 16px;font:1.0625rem/1.55 'Source Sans 3',system-ui,'Segoe UI',Arial,sans-serif";
    private const string Heading = "margin:0 0 24px;font-size:1.5rem;line-height:1.25;color:#0b5a68";
    private const string Text = "margin:0 0 16px";
    private const string Quote = "margin:0 0 16px;padding:4px 0 4px 16px;border-left:4px solid #0b5a68";
    private const string First = "display:inline-block;padding:10px 18px;border-radius:4px;background:#0b5a68;color:#ffffff;font-weight:600";
    private const string Next = "color:#0b5a68";
    private const string Foot = "margin-top:32px;padding-top:16px;border-top:1px solid #5d7077;font-size:.9375rem;color:#475a60";

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public static string Of(Letter letter)
    {
        var html = new StringBuilder();
        html.Append("<!doctype html>\n<html lang=\"").Append(letter.Language).Append("\">\n<head>\n<meta charset=\"utf-8\">\n")
            .Append("<meta name=\"viewport\" content=\"width=device-width\">\n<title>").Append(Encode(letter.Subject))
            .Append("</title>\n</head>\n<body style=\"").Append(Page).Append("\">\n")
            // Mail programs drop what stands outside: the language is said again.
            .Append("<div lang=\"").Append(letter.Language).Append("\" style=\"").Append(Column).Append("\">\n<main>\n");
        Element(html, "h1", Heading, Encode(letter.Heading));
        var styles = new Queue<string>([First]);
        foreach (var passage in letter.Passages) Add(html, passage, styles);
        html.Append("</main>\n<footer style=\"").Append(Foot).Append("\">\n");
        foreach (var line in letter.Footer) Element(html, "p", Text, Encode(line));
        return html.Append("</footer>\n</div>\n</body>\n</html>\n").ToString();
    }

    private static void Add(StringBuilder html, Passage passage, Queue<string> styles)
    {
        switch (passage)
        {
            case Paragraph paragraph:
                Element(html, "p", Text, Encode(paragraph.Text));
                break;
            case Quotation quotation:
                Element(html, "blockquote", Quote, Encode(quotation.Text).Replace("&#xA;", "<br>\n", StringComparison.Ordinal));
                break;
            case Link link:
                var style = styles.TryDequeue(out var first) ? first : Next;
                Element(html, "p", Text, $"<a href=\"{Encode(link.Address)}\" style=\"{style}\">{Encode(link.Label)}</a>");
                break;
            default:
                throw new NotSupportedException(passage.GetType().Name);
        }
    }

    private static void Element(StringBuilder html, string name, string style, string encoded) => html
        .Append('<').Append(name).Append(" style=\"").Append(style).Append("\">").Append(encoded).Append("</").Append(name).Append(">\n");

    private static string Encode(string text) => Encoder.Encode(text);
}
