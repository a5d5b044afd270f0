using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;

namespace SpPlus.Web.SignIn;

/// <summary>RIGHT-4: OpenID Connect says who it is; what the person may do is decided in the silo.</summary>
internal static class SignInRegistration
{
    public static IHostApplicationBuilder AddSignIn(this IHostApplicationBuilder builder)
    {
        var identity = builder.Configuration.GetSection("Identity");
        builder.Services.AddSingleton<IdentityProvider>();
        builder.Services.AddAuthorization();
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
                options.LoginPath = SignInEndpoints.SignIn;
                options.ReturnUrlParameter = "retour";
            });
        if (identity["Authority"] is { Length: > 0 } authority)
            authentication.AddOpenIdConnect(options => Configure(options, authority, identity, builder.Environment.IsDevelopment()));
        return builder;
    }

    private static void Configure(OpenIdConnectOptions options, string authority, IConfigurationSection identity, bool isDevelopment)
    {
        options.Authority = authority;
        options.ClientId = identity["ClientId"];
        options.ClientSecret = identity["ClientSecret"];
        options.ResponseType = "code";
        // The default answer is a form that a script posts: without scripts people would have to press a button on a blank page.
        options.ResponseMode = "query";
        options.CorrelationCookie.SameSite = SameSiteMode.Lax;
        options.NonceCookie.SameSite = SameSiteMode.Lax;
        if (isDevelopment)
        {
            options.CorrelationCookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.NonceCookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        }

        options.UsePkce = true;
        options.RequireHttpsMetadata = !isDevelopment;
        options.MapInboundClaims = false;
        options.TokenValidationParameters.NameClaimType = "name";
        options.SaveTokens = false;
        options.BackchannelTimeout = TimeSpan.FromSeconds(10);
        options.Scope.Clear();
        options.Scope.Add("openid");
        options.Scope.Add("profile");
        options.CallbackPath = "/connexion/retour";
        options.SignedOutCallbackPath = "/deconnexion/retour";
        // By default any site can end a session here with a link.
        options.RemoteSignOutPath = default;
        options.Events.OnTokenValidated = KeepWhatIsNeeded;
        options.Events.OnRemoteFailure = Failed;
    }

    /// <summary>The cookie carries what pages need, what ending the provider's session needs, and nothing more.</summary>
    private static Task KeepWhatIsNeeded(TokenValidatedContext context)
    {
        var identity = (ClaimsIdentity)context.Principal!.Identity!;
        foreach (var claim in identity.Claims.Where(c => c.Type is not ("sub" or "name")).ToArray()) identity.RemoveClaim(claim);
        if (context.TokenEndpointResponse?.IdToken is { Length: > 0 } token)
            context.Properties!.StoreTokens([new AuthenticationToken { Name = "id_token", Value = token }]);
        return Task.CompletedTask;
    }

    private static Task Failed(RemoteFailureContext context)
    {
        context.Response.Redirect(IdentityProvider.IsAbsence(context.Failure) ? SignInEndpoints.Unavailable : SignInEndpoints.Failed);
        context.HandleResponse();
        return Task.CompletedTask;
    }
}
