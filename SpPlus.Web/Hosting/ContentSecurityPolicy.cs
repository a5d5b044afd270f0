namespace SpPlus.Web.Hosting;

internal static class ContentSecurityPolicy
{
    // No inline style or script, nothing from anywhere else: what an author types can never become code.
    private const string Base =
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
        + "base-uri 'none'; frame-ancestors 'none'; form-action 'self'";

    /// <summary>
    /// Browsers hold the redirects that follow a form to <c>form-action</c> too: signing out is a form that ends at the identity
    /// provider, the one other origin that is allowed.
    /// </summary>
    public static string For(string? authority) =>
        Uri.TryCreate(authority, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            ? $"{Base} {address.GetLeftPart(UriPartial.Authority)}"
            : Base;
}
