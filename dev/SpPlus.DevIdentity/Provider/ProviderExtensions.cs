using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace SpPlus.DevIdentity.Provider;

internal static class ProviderExtensions
{
    public const string AuthorizePath = "/connect/authorize";

    public static void AddProvider(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<ClientOptions>().BindConfiguration("Identity").ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<ClientRules>();
        builder.Services.AddAuthorization();
        builder.Services.AddOpenIddict().AddServer(server =>
        {
            server.EnableDegradedMode()
                .SetAuthorizationEndpointUris(AuthorizePath)
                .SetTokenEndpointUris("/connect/token")
                .SetEndSessionEndpointUris("/connect/endsession")
                .AllowAuthorizationCodeFlow()
                .RequireProofKeyForCodeExchange()
                .RegisterScopes(Scopes.Profile)
                .RegisterClaims(Claims.Subject, Claims.Name)
                .AddEphemeralEncryptionKey()
                .AddEphemeralSigningKey();

            server.AddEventHandler<ValidateAuthorizationRequestContext>(rule => rule.UseSingletonHandler<ClientRules>());
            server.AddEventHandler<ValidateTokenRequestContext>(rule => rule.UseSingletonHandler<ClientRules>());
            server.AddEventHandler<ValidateEndSessionRequestContext>(rule => rule.UseSingletonHandler<ClientRules>());
            server.AddEventHandler<ExtractEndSessionRequestContext>(rule => rule
                .UseInlineHandler(ForgetTokenOfAnEarlierRun)
                .SetOrder(int.MaxValue - 100_000));
            server.AddEventHandler<HandleEndSessionRequestContext>(rule => rule.UseInlineHandler(EndSession));

            server.UseAspNetCore()
                .EnableAuthorizationEndpointPassthrough()
                .DisableTransportSecurityRequirement();
        });
    }

    // Keys live as long as the process: a session of the web that outlives it could not sign out with the old token.
    private static ValueTask ForgetTokenOfAnEarlierRun(ExtractEndSessionRequestContext context)
    {
        context.Request?.IdTokenHint = null;
        return default;
    }

    private static ValueTask EndSession(HandleEndSessionRequestContext context)
    {
        context.SignOut();
        return default;
    }
}
