using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using SpPlus.Web.Hosting;

namespace SpPlus.Web.SignIn;

/// <summary>RIGHT-4: OpenID Connect says who it is; what the person may do is decided in the silo.</summary>
internal static class SignInRegistration
{
    public static IHostApplicationBuilder AddSignIn(this IHostApplicationBuilder builder)
    {
        var identity = builder.Configuration.GetSection("Identity");
        var authentication = builder.Services
            .AddAuthentication(options =>
            {
                options.DefaultScheme = CookieAuthenticationDefaults.AuthenticationScheme;
                options.DefaultChallengeScheme = OpenIdConnectDefaults.AuthenticationScheme;
            })
            .AddCookie(options =>
            {
                options.Cookie.Name = "spplus.agent";
                options.Cookie.HttpOnly = true;
                options.Cookie.SameSite = SameSiteMode.Lax;
                options.ExpireTimeSpan = TimeSpan.FromHours(10);
                options.SlidingExpiration = true;
                options.LoginPath = "/connexion";
                options.ReturnUrlParameter = "retour";
            });
        builder.Services.AddAuthorization();
        if (identity["Authority"] is not { Length: > 0 } authority) return builder;
        authentication.AddOpenIdConnect(options =>
        {
            options.Authority = authority;
            options.ClientId = identity["ClientId"];
            options.ClientSecret = identity["ClientSecret"];
            options.ResponseType = "code";
            // The default answer is a form that a script posts: without scripts people would have to press a button on a blank page.
            options.ResponseMode = "query";
            options.CorrelationCookie.SameSite = SameSiteMode.Lax;
            options.NonceCookie.SameSite = SameSiteMode.Lax;
            if (builder.Environment.IsDevelopment())
            {
                options.CorrelationCookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
                options.NonceCookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            }

            options.UsePkce = true;
            options.RequireHttpsMetadata = !builder.Environment.IsDevelopment();
            options.MapInboundClaims = false;
            options.TokenValidationParameters.NameClaimType = "name";
            options.SaveTokens = false;
            options.Scope.Clear();
            options.Scope.Add("openid");
            options.Scope.Add("profile");
            options.CallbackPath = "/connexion/retour";
            options.SignedOutCallbackPath = "/deconnexion/retour";
            options.Events.OnTokenValidated = KeepSubjectAndName;
            options.Events.OnRemoteFailure = Failed;
        });
        return builder;
    }

    /// <summary>The cookie carries what pages need and nothing more.</summary>
    private static Task KeepSubjectAndName(TokenValidatedContext context)
    {
        var identity = (System.Security.Claims.ClaimsIdentity)context.Principal!.Identity!;
        foreach (var claim in identity.Claims.Where(c => c.Type is not ("sub" or "name")).ToArray()) identity.RemoveClaim(claim);
        return Task.CompletedTask;
    }

    private static Task Failed(RemoteFailureContext context)
    {
        context.Response.Redirect("/connexion/echec");
        context.HandleResponse();
        return Task.CompletedTask;
    }

    public static void MapSignIn(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/connexion", (string? retour) => Results.Challenge(
            new AuthenticationProperties { RedirectUri = LocalPath.OrHome(retour ?? "/agents") }, [OpenIdConnectDefaults.AuthenticationScheme]));
        routes.MapGet("/connexion/echec", () => Pages.Show<Errors.SignInFailedPage>(StatusCodes.Status403Forbidden));
        // The cookie is same-site: another site cannot post here with it.
        routes.MapPost("/deconnexion", async (HttpContext context) =>
        {
            await context.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
            return Results.LocalRedirect("/");
        });
    }
}
