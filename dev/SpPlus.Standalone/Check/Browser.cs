using System.Net;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace SpPlus.Standalone.Check;

/// <summary>A browser without scripts: what it can do, somebody who switched them off can do.</summary>
internal sealed class Browser : IDisposable
{
    private readonly HttpClient http;
    private readonly CookieContainer cookies = new();
    private readonly IBrowsingContext parser = BrowsingContext.New();
    private IDocument? page;

    public Browser(Uri home) =>
        http = new(new SocketsHttpHandler { CookieContainer = cookies, UseProxy = false }) { BaseAddress = home };

    public Uri Address => new(Page.Url);

    private IDocument Page => page ?? throw new InvalidOperationException("No page is open.");

    public async Task OpenAsync(string path, CancellationToken cancellation) =>
        await ShowAsync(await http.GetAsync(new Uri(path, UriKind.RelativeOrAbsolute), cancellation), cancellation);

    /// <summary>What a path answers, without opening it: status, headers and body, whatever they are.</summary>
    public async Task<(string Head, string Body)> AnswerAsync(string path, CancellationToken cancellation)
    {
        using var answer = await http.GetAsync(new Uri(path, UriKind.RelativeOrAbsolute), cancellation);
        return ($"{(int)answer.StatusCode}\n{answer.Headers}\n{answer.Content.Headers}", await answer.Content.ReadAsStringAsync(cancellation));
    }

    public bool Has(string selector) => Page.QuerySelector(selector) is not null;

    public string Text => Page.Body!.TextContent;

    public bool Says(string text) => Text.Contains(text, StringComparison.Ordinal);

    /// <summary>Where the links that the selector names lead.</summary>
    public IReadOnlyList<string> Links(string selector) =>
        [.. Page.QuerySelectorAll(selector).OfType<IHtmlAnchorElement>().Select(link => new Uri(link.Href).PathAndQuery)];

    public bool HasCookie(string name) => cookies.GetCookies(http.BaseAddress!).Any(cookie => cookie.Name == name);

    /// <summary>What the form that the selector names would send as it stands, but for its button.</summary>
    public async Task<IReadOnlyList<(string Name, string Value)>> FieldsAsync(string selector)
    {
        var submission = ((IHtmlFormElement)Find(selector)).GetSubmission() ?? throw new CheckException($"{Address.AbsolutePath}: {selector} sends nothing.");
        using var body = new StreamReader(submission.Body);
        return [.. (await body.ReadToEndAsync()).Split('&').Select(field => field.Split('=', 2)).Select(field => (WebUtility.UrlDecode(field[0]), WebUtility.UrlDecode(field[^1])))];
    }

    /// <summary>Writes in the field of that name, or picks the choice of that value.</summary>
    public void Fill(string field, string value)
    {
        switch (Find($"[name='{field}']:not([type=hidden])"))
        {
            case IHtmlTextAreaElement area: area.Value = value; break;
            case IHtmlSelectElement select: select.Value = value; break;
            case IHtmlInputElement { Type: "checkbox" or "radio" }:
                ((IHtmlInputElement)Find($"[name='{field}'][value='{value}']")).IsChecked = true;
                break;
            case IHtmlInputElement input: input.Value = value; break;
            default: throw new CheckException($"{Address.AbsolutePath}: nobody can write in {field}.");
        }
    }

    /// <summary>Presses the button that the selector names.</summary>
    public async Task PressAsync(string selector, CancellationToken cancellation)
    {
        var button = (IHtmlButtonElement)Find(selector);
        var form = button.Form ?? throw new CheckException($"{Address.AbsolutePath}: {selector} sends no form.");
        var submission = form.GetSubmission(button) ?? throw new CheckException($"{Address.AbsolutePath}: {selector} sends nothing.");
        using var request = new HttpRequestMessage(System.Net.Http.HttpMethod.Parse(submission.Method.ToString()), new Uri(submission.Target.Href));
        if (request.Method == System.Net.Http.HttpMethod.Post)
        {
            request.Content = new StreamContent(submission.Body);
            request.Content.Headers.TryAddWithoutValidation("Content-Type", submission.Headers["Content-Type"]);
        }

        await ShowAsync(await http.SendAsync(request, cancellation), cancellation);
    }

    public void Dispose()
    {
        page?.Dispose();
        parser.Dispose();
        http.Dispose();
    }

    private async Task ShowAsync(HttpResponseMessage answer, CancellationToken cancellation)
    {
        using var _ = answer;
        var html = await answer.Content.ReadAsStringAsync(cancellation);
        page?.Dispose();
        page = await parser.OpenAsync(
            response => response.Content(html).Address(answer.RequestMessage!.RequestUri!), cancellation);
        if (!answer.IsSuccessStatusCode)
        {
            var words = Page.QuerySelector("[role=alert], .govuk-error-summary, h1")?.TextContent.Trim();
            throw new CheckException($"{Address.AbsolutePath} answered {(int)answer.StatusCode}: {words}");
        }
    }

    private IElement Find(string selector) =>
        Page.QuerySelector(selector) ?? throw new CheckException($"{Address.AbsolutePath} has no {selector}.");
}
