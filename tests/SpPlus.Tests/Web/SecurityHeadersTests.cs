using System.Net;
using SpPlus.Web.Hosting;
using Xunit;

namespace SpPlus.Tests.Web;

public sealed class SecurityHeadersTests
{
    private static readonly string[] Expected =
        ["Content-Security-Policy", "X-Content-Type-Options", "X-Frame-Options", "Referrer-Policy", "Permissions-Policy", "Cross-Origin-Opener-Policy"];

    [Theory]
    [InlineData("/connexion/echec", HttpStatusCode.Forbidden)]
    [InlineData("/nulle-part", HttpStatusCode.NotFound)]
    [InlineData("/etat/409", HttpStatusCode.Conflict)]
    [InlineData("/etat/429", HttpStatusCode.TooManyRequests)]
    [InlineData("/casse", HttpStatusCode.InternalServerError)]
    [InlineData("/absent", HttpStatusCode.ServiceUnavailable)]
    [InlineData("/connexion/reprise", HttpStatusCode.SeeOther)]
    [InlineData("/theme/sp.css", HttpStatusCode.OK)]
    public async Task Every_answer_has_them(string path, HttpStatusCode status)
    {
        await using var web = await WebUnderTest.Start("https://identite.exemple.fr/api/v2");
        using var answer = await web.Client.GetAsync(path);

        Assert.Equal(status, answer.StatusCode);
        Assert.All(Expected, name => Assert.Single(answer.Headers.GetValues(name)));
    }

    [Theory]
    [InlineData("https://identite.exemple.fr/api/v2", " form-action 'self' https://identite.exemple.fr")]
    [InlineData("http://127.0.0.1:5090", " form-action 'self' http://127.0.0.1:5090")]
    [InlineData(null, " form-action 'self'")]
    [InlineData("javascript:alert(1)", " form-action 'self'")]
    public void Forms_go_nowhere_but_here_and_to_the_identity_provider(string? authority, string expected)
    {
        var directives = ContentSecurityPolicy.For(authority).Split(';');
        Assert.Equal("default-src 'none'", directives[0]);
        Assert.Equal(expected, directives[^1]);
        Assert.DoesNotContain(directives, d => d.Contains("unsafe", StringComparison.Ordinal) || d.Contains('*', StringComparison.Ordinal));
    }
}
