namespace SpPlus.Web.Forms;

/// <summary>Which site a post comes from, as the browser says it.</summary>
internal static class Sender
{
    public static bool IsThisSite(HttpRequest request) => request.Headers["Sec-Fetch-Site"].ToString() switch
    {
        // Browsers name the origin of every post, even those that do not tell more.
        "" => !Uri.TryCreate(request.Headers.Origin, UriKind.Absolute, out var origin)
            ? request.Headers.Origin.Count == 0
            : string.Equals(origin.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase),
        "same-origin" => true,
        _ => false,
    };
}
