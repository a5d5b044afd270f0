using System.Net;
using AngleSharp.Html.Parser;
using SpPlus.Standalone.Check;

namespace SpPlus.EndToEnd.Canary;

/// <summary>Every page that one reader reaches by following links, as far as a bound, and every answer on the way.</summary>
internal sealed class Crawl(string reader, Browser browser, int most)
{
    // Following them changes who is signed in, or what the browser prefers.
    private static readonly string[] NotFollowed = ["/deconnexion", "/connexion", "/langue/"];

    private readonly Dictionary<string, string> answers = [];

    public string Reader => reader;

    public int Count => answers.Count;

    public async Task FollowAsync(params string[] from)
    {
        var (parser, waiting) = (new HtmlParser(), new Queue<string>(from));
        while (waiting.TryDequeue(out var path) && answers.Count < most)
        {
            if (answers.ContainsKey(path)) continue;
            var (head, body) = await browser.AnswerAsync(path, CancellationToken.None);
            answers[path] = $"{head}\n{body}";
            if (!head.Contains("text/html", StringComparison.Ordinal)) continue;
            using var page = await parser.ParseDocumentAsync(body);
            foreach (var link in page.QuerySelectorAll("a[href], link[href], script[src]"))
            {
                var target = (link.GetAttribute("href") ?? link.GetAttribute("src"))!;
                if (target.StartsWith('/') && !target.StartsWith("//", StringComparison.Ordinal) && !NotFollowed.Any(n => target.StartsWith(n, StringComparison.Ordinal)))
                    waiting.Enqueue(target.Split('#')[0]);
            }
        }
    }

    public bool Reached(string path) => answers.TryGetValue(path, out var answer) && answer.StartsWith("200", StringComparison.Ordinal);

    /// <summary>The answers that hold one of the texts, also as HTML writes it.</summary>
    public IEnumerable<string> Holding(params string[] texts) => answers
        .Where(a => texts.Any(t => a.Value.Contains(t, StringComparison.OrdinalIgnoreCase) || a.Value.Contains(WebUtility.HtmlEncode(t), StringComparison.OrdinalIgnoreCase)))
        .Select(a => $"{reader} {a.Key}");
}
