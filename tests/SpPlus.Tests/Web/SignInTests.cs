using System.Net;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Xunit;

namespace SpPlus.Tests.Web;

public sealed class SignInTests
{
    // Nothing listens on port 1: the connection is refused at once.
    private const string Nobody = "http://127.0.0.1:1";

    [Theory]
    [InlineData(null, "Identity:Authority")]
    [InlineData(Nobody, "ne répond pas")]
    public async Task Without_a_provider_people_are_told_what_to_do(string? authority, string advice)
    {
        await using var web = await WebUnderTest.Start(authority);
        using var answer = await web.Client.GetAsync("/connexion?retour=/agents");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Contains(advice, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Signing_out_ends_the_providers_session_too()
    {
        await using var web = await Start(endSession: "https://identite.exemple.fr/fin");
        await web.SignIn();
        using var answer = await web.Post("/deconnexion");

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        var location = answer.Headers.Location!;
        Assert.StartsWith("https://identite.exemple.fr/fin?", location.AbsoluteUri, StringComparison.Ordinal);
        Assert.Contains("id_token_hint=le-jeton", location.Query, StringComparison.Ordinal);
        Assert.Contains("post_logout_redirect_uri=" + Uri.EscapeDataString(new Uri(web.Client.BaseAddress!, "/deconnexion/retour").AbsoluteUri), location.Query, StringComparison.Ordinal);
        Assert.Contains(answer.Headers.GetValues("Set-Cookie"), c => c.StartsWith("spplus.agent=;", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Where_the_providers_session_cannot_be_ended_people_are_told(bool isReachable)
    {
        await using var web = isReachable ? await Start(endSession: null) : await WebUnderTest.Start(Nobody);
        await web.SignIn();
        using var answer = await web.Post("/deconnexion");

        Assert.Contains(answer.Headers.GetValues("Set-Cookie"), c => c.StartsWith("spplus.agent=;", StringComparison.Ordinal));
        Assert.Contains("fermez aussi le navigateur", await web.Client.GetStringAsync(answer.Headers.Location), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_sites_post_comes_without_the_cookie_and_ends_nothing()
    {
        await using var web = await Start(endSession: "https://identite.exemple.fr/fin");
        using var answer = await web.Post("/deconnexion");
        Assert.Equal("/deconnexion/faite", answer.Headers.Location!.OriginalString);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    private static Task<WebUnderTest> Start(string? endSession) => WebUnderTest.Start("https://identite.exemple.fr", services =>
        services.Configure<OpenIdConnectOptions>(OpenIdConnectDefaults.AuthenticationScheme, options => options.Configuration = new OpenIdConnectConfiguration
        {
            Issuer = "https://identite.exemple.fr", AuthorizationEndpoint = "https://identite.exemple.fr/entree", EndSessionEndpoint = endSession,
        }));
}
