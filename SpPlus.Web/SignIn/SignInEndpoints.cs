using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using SpPlus.Web.Accounts;
using SpPlus.Web.Forms;
using SpPlus.Web.Hosting;

namespace SpPlus.Web.SignIn;

internal static class SignInEndpoints
{
    public const string SignIn = "/connexion";
    public const string SignOut = "/deconnexion";
    public const string Failed = "/connexion/echec";
    public const string Unavailable = "/connexion/indisponible";
    public const string Resumed = "/connexion/reprise";
    private const string SignedOut = "/deconnexion/faite";
    private const string SignedOutHereOnly = "/deconnexion/faite?ici";

    public static void MapSignIn(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(SignIn, Enter);
        routes.MapGet(Failed, () => Pages.Show<SignInFailedPage>(StatusCodes.Status403Forbidden));
        routes.MapGet(Unavailable, (IdentityProvider provider) => NotNow(provider, "/agents"));
        routes.MapGet(Resumed, (HttpContext context) => context.User.Caller().Subject is null
            ? Pages.SeeOther($"{SignIn}?retour={Uri.EscapeDataString(Resumed)}")
            : Pages.Show<ResumedPage>());
        routes.MapPost(SignOut, Leave).FormsNeedNoToken();
        routes.MapGet(SignedOut, (HttpContext context) => Pages.Show<SignedOutPage>(new { IsEverywhere = !context.Request.Query.ContainsKey("ici") }));
    }

    private static async Task<IResult> Enter(string? retour, IdentityProvider provider, CancellationToken cancellation)
    {
        var back = LocalPath.OrHome(retour ?? "/agents");
        return await provider.Find(cancellation) is null
            ? NotNow(provider, back)
            : Results.Challenge(new() { RedirectUri = back }, [OpenIdConnectDefaults.AuthenticationScheme]);
    }

    /// <summary>
    /// Ends the session here and, when the provider knows how, there: the next person at this screen has to say who they are. The
    /// cookie is same-site, so that another site's post comes without it and ends nothing.
    /// </summary>
    private static async Task<IResult> Leave(HttpContext context, IdentityProvider provider, CancellationToken cancellation)
    {
        if (context.User.Caller().Subject is null) return Pages.SeeOther(SignedOut);
        if (await provider.Find(cancellation) is { EndSessionEndpoint.Length: > 0 })
        {
            return Results.SignOut(
                new() { RedirectUri = SignedOut }, [CookieAuthenticationDefaults.AuthenticationScheme, OpenIdConnectDefaults.AuthenticationScheme]);
        }

        await context.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
        return Pages.SeeOther(SignedOutHereOnly);
    }

    private static IResult NotNow(IdentityProvider provider, string back) => Pages.Show<SignInUnavailablePage>(
        StatusCodes.Status503ServiceUnavailable, new { provider.IsConfigured, Return = back });
}
