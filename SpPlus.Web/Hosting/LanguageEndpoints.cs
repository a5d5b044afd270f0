using Microsoft.AspNetCore.Localization;

namespace SpPlus.Web.Hosting;

internal static class LanguageEndpoints
{
    public const string Cookie = "spplus.langue";

    /// <summary>Remembers the language and goes back to the page; nothing outside of this site is ever redirected to.</summary>
    public static void MapLanguage(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/langue/{language:regex(^(fr|en)$)}", (string language, string? retour, HttpContext context) =>
        {
            context.Response.Cookies.Append(
                Cookie,
                CookieRequestCultureProvider.MakeCookieValue(new(language)),
                new() { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = context.Request.IsHttps, MaxAge = TimeSpan.FromDays(365), IsEssential = true });
            return Results.LocalRedirect(LocalPath.OrHome(retour));
        });
}
