using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace SpPlus.Web.SignIn;

/// <summary>The OpenID Connect provider, asked before people are sent to it: they are told when it is not there.</summary>
internal sealed partial class IdentityProvider(
    IConfiguration configuration, IOptionsMonitor<OpenIdConnectOptions> options, ILogger<IdentityProvider> logger)
{
    public bool IsConfigured => configuration["Identity:Authority"] is { Length: > 0 };

    /// <summary>Null when no provider is configured, or when it does not answer. Its answer is kept: this seldom costs a call.</summary>
    public async Task<OpenIdConnectConfiguration?> Find(CancellationToken cancellation)
    {
        if (!IsConfigured || options.Get(OpenIdConnectDefaults.AuthenticationScheme).ConfigurationManager is not { } manager) return null;
        try
        {
            return await manager.GetConfigurationAsync(cancellation);
        }
        catch (Exception exception) when (IsAbsence(exception) && !cancellation.IsCancellationRequested)
        {
            LogUnreachable(exception);
            return null;
        }
    }

    /// <summary>The failure is the network's or the provider's, not that of the person who signs in.</summary>
    public static bool IsAbsence(Exception? exception) =>
        exception is HttpRequestException or IOException or OperationCanceledException || (exception?.InnerException is { } inner && IsAbsence(inner));

    [LoggerMessage(Level = LogLevel.Warning, Message = "The identity provider does not answer: nobody can sign in")]
    private partial void LogUnreachable(Exception exception);
}
