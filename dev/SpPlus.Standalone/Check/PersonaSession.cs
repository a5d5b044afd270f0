using System.Net;
using System.Text.RegularExpressions;

namespace SpPlus.Standalone.Check;

/// <summary>A browser without scripts, signed in as one of the ready personas.</summary>
internal static partial class PersonaSession
{
    private const string AgentCookie = "spplus.agent";

    /// <returns>A client that keeps its cookies; null when the web did not accept the persona.</returns>
    public static async Task<HttpClient?> SignInAsync(Uri web, string subject, CancellationToken cancellation)
    {
        var cookies = new CookieContainer();
        var http = new HttpClient(new SocketsHttpHandler { CookieContainer = cookies, UseProxy = false }) { BaseAddress = web };
        using var page = await http.GetAsync(new Uri("/connexion", UriKind.Relative), cancellation);
        var fields = HiddenField().Matches(await page.Content.ReadAsStringAsync(cancellation))
            .Select(field => KeyValuePair.Create(field.Groups["name"].Value, WebUtility.HtmlDecode(field.Groups["value"].Value)))
            .Append(KeyValuePair.Create("persona", subject));
        using var form = new FormUrlEncodedContent(fields);
        // Wherever it leads back to is the web's business; that it knows the person shows in the cookie.
        using var answer = await http.PostAsync(page.RequestMessage!.RequestUri, form, cancellation);
        if (cookies.GetCookies(web).Any(cookie => cookie.Name == AgentCookie))
        {
            return http;
        }

        http.Dispose();
        return null;
    }

    [GeneratedRegex("<input type=\"hidden\" name=\"(?<name>[^\"]+)\" value=\"(?<value>[^\"]*)\"")]
    private static partial Regex HiddenField();
}
