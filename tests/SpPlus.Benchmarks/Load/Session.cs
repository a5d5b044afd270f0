using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using SpPlus.Benchmarks.Data;
using SpPlus.Contracts.Experiences;

namespace SpPlus.Benchmarks.Load;

/// <summary>A signed-in agent with the page's form open: the cookies and the form's token, as a browser would hold them.</summary>
internal sealed partial class Session
{
    private static readonly string[] CommentFields = [.. Corpus.Comments.Select(text => "&commentaire=" + Uri.EscapeDataString(text))];
    private static readonly string[] ResponseFields =
    [
        .. Corpus.Responses.Select(text =>
            $"&formule={Uri.EscapeDataString(Commands.Courtesy)}&texte={Uri.EscapeDataString(text)}"),
    ];

    private readonly string headers;
    private readonly string token;

    private Session(Uri server, string cookies, string token)
    {
        Cookies = cookies;
        headers = $" HTTP/1.1\r\nHost: {server.Authority}\r\nCookie: {cookies}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: ";
        this.token = "__RequestVerificationToken=" + Uri.EscapeDataString(token) + "&operation=";
    }

    public string Cookies { get; }

    public static async Task<Session> Open(Uri server, string signIn, ExperienceId page)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false, UseProxy = false });
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(server, $"/agents/experiences/{page}"));
        request.Headers.Add("Cookie", signIn);
        using var answer = await http.SendAsync(request);
        var html = await answer.Content.ReadAsStringAsync();
        if (answer.StatusCode != HttpStatusCode.OK || Token().Match(html) is not { Success: true } token)
            throw new InvalidOperationException($"{request.RequestUri} answered {(int)answer.StatusCode} without a form: {html[..Math.Min(html.Length, 400)]}");
        var form = answer.Headers.GetValues("Set-Cookie").Select(cookie => cookie.Split(';')[0]);
        return new(server, string.Join("; ", form.Prepend(signIn)), WebUtility.HtmlDecode(token.Groups[1].Value));
    }

    public byte[] Comment(ExperienceId experience, string text)
    {
        var body = $"{token}{Guid.NewGuid()}&commentaire={Uri.EscapeDataString(text)}";
        return Encoding.ASCII.GetBytes($"POST /agents/experiences/{experience}/commentaire{headers}{body.Length.ToString(CultureInfo.InvariantCulture)}\r\n\r\n{body}");
    }

    /// <summary>Each form is an operation of its own.</summary>
    public byte[] Request(Job job, ExperienceId experience)
    {
        var body = new StringBuilder(token, 2_048).Append(Guid.NewGuid());
        if (job.Kind == JobKind.Comment)
            body.Append(CommentFields[job.Experience % CommentFields.Length]);
        else
            body.Append("&structure=").Append(Seed.Structures[job.Structure].Value).Append("&version=").Append(job.ExpectedVersion)
                .Append(ResponseFields[job.Experience % ResponseFields.Length]);
        var form = job.Kind switch { JobKind.Draft => "brouillon", JobKind.Publish => "publication", _ => "commentaire" };
        var length = body.Length.ToString(CultureInfo.InvariantCulture);
        return Encoding.ASCII.GetBytes($"POST /agents/experiences/{experience}/{form}{headers}{length}\r\n\r\n{body}");
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
