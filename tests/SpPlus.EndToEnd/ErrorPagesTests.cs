using Microsoft.Playwright;
using SpPlus.EndToEnd.Infrastructure;
using Xunit;

namespace SpPlus.EndToEnd;

[Collection(PlatformCollection.Name)]
public sealed class ErrorPagesTests(Platform platform)
{
    [Theory]
    [InlineData("/nulle-part", 404)]
    [InlineData("/connexion/echec", 403)]
    [InlineData("/connexion/indisponible", 503)]
    [InlineData("/connexion/retour?state=faux", 403)]
    [InlineData("/deconnexion/faite", 200)]
    public async Task A_page_about_what_did_not_happen_is_readable_by_everybody(string path, int status)
    {
        foreach (var scheme in (ColorScheme[])[ColorScheme.Light, ColorScheme.Dark])
        {
            foreach (var width in (int[])[1280, 390])
            {
                var visitor = await platform.Person(width: width);
                await visitor.Page.EmulateMediaAsync(new() { ColorScheme = scheme });
                Assert.Equal(status, await visitor.StatusOf(path));
                await visitor.FindsNoBarrier();
                await visitor.Photographs($"erreur-{status}-{path[1..].Split('?')[0].Replace('/', '-')}-{scheme}-{width}");
            }
        }
    }
}
