using System.Security.Claims;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using SpPlus.DevIdentity.Personas;
using SpPlus.DevIdentity.Provider;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace SpPlus.DevIdentity.SignIn;

internal static class SignInEndpoint
{
    private const string PersonaField = "persona";

    public static void MapSignIn(this WebApplication app) => app.MapMethods(ProviderExtensions.AuthorizePath, ["GET", "POST"], Answer);

    /// <summary>
    /// The page posts the client's request back with the chosen persona: no session, so that each sign-in may be somebody else.
    /// </summary>
    private static IResult Answer(HttpContext http, PersonaDirectory personas)
    {
        var request = http.GetOpenIddictServerRequest() ?? throw new InvalidOperationException("Not an OpenID Connect request.");
        var persona = personas.Find((string?)request[PersonaField]);
        return persona is null ? Ask(request, personas) : Results.SignIn(PrincipalOf(persona, request), null, Scheme);
    }

    private static RazorComponentResult<SignInPage> Ask(OpenIddictRequest request, PersonaDirectory personas)
    {
        var echo = request.GetParameters()
            .Where(parameter => parameter.Key != PersonaField)
            .ToDictionary(parameter => parameter.Key, parameter => (string?)parameter.Value ?? "", StringComparer.Ordinal);
        return new(new { Personas = personas, Echo = (IReadOnlyDictionary<string, string>)echo });
    }

    private static ClaimsPrincipal PrincipalOf(Persona persona, OpenIddictRequest request)
    {
        var identity = new ClaimsIdentity(TokenValidationParameters.DefaultAuthenticationType, Claims.Name, Claims.Role);
        identity.SetClaim(Claims.Subject, persona.Subject).SetClaim(Claims.Name, persona.DisplayName);
        identity.SetScopes(request.GetScopes());
        identity.SetDestinations(_ => [Destinations.AccessToken, Destinations.IdentityToken]);
        return new(identity);
    }

    private const string Scheme = OpenIddictServerAspNetCoreDefaults.AuthenticationScheme;
}
