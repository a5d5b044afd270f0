using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace SpPlus.DevIdentity.Provider;

/// <summary>Without a store OpenIddict leaves the client's identity to us; PKCE, codes and tokens it checks by itself.</summary>
internal sealed class ClientRules(IOptions<ClientOptions> options) :
    IOpenIddictServerHandler<ValidateAuthorizationRequestContext>,
    IOpenIddictServerHandler<ValidateTokenRequestContext>,
    IOpenIddictServerHandler<ValidateEndSessionRequestContext>
{
    private readonly ClientOptions client = options.Value;

    public ValueTask HandleAsync(ValidateAuthorizationRequestContext context)
    {
        if (!IsClient(context.ClientId))
        {
            context.Reject(Errors.InvalidClient, "The client is not known.");
        }
        else if (!Allows(client.RedirectUris, context.RedirectUri))
        {
            context.Reject(Errors.InvalidRequest, "The redirect address is not registered.");
        }
        else if (context.Request.HasPromptValue(PromptValues.None))
        {
            context.Reject(Errors.LoginRequired, "Nobody stays signed in here.");
        }

        return default;
    }

    public ValueTask HandleAsync(ValidateTokenRequestContext context)
    {
        if (!IsClient(context.ClientId) || !IsSecret(context.ClientSecret))
        {
            context.Reject(Errors.InvalidClient, "The client or its secret is not known.");
        }

        return default;
    }

    public ValueTask HandleAsync(ValidateEndSessionRequestContext context)
    {
        if (context.PostLogoutRedirectUri is { } uri && !Allows(client.PostLogoutRedirectUris, uri))
        {
            context.Reject(Errors.InvalidRequest, "The redirect address is not registered.");
        }

        return default;
    }

    private bool IsClient(string? id) => string.Equals(id, client.ClientId, StringComparison.Ordinal);

    private bool IsSecret(string? secret) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(secret ?? ""), Encoding.UTF8.GetBytes(client.ClientSecret));

    private static bool Allows(IEnumerable<Uri> registered, string? uri) =>
        Uri.TryCreate(uri, UriKind.Absolute, out var asked) && registered.Contains(asked);
}
