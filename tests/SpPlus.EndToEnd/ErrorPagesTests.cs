using Microsoft.Playwright;
using SpPlus.EndToEnd.Infrastructure;
using SpPlus.Tests.Web;
using Xunit;

namespace SpPlus.EndToEnd;

[Collection(PlatformCollection.Name)]
public sealed class ErrorPagesTests(Platform platform)
{
    /// <summary>Those that a platform in good health never shows: from a web with nothing behind it.</summary>
    [Fact]
    public async Task A_page_about_a_breakdown_is_readable_by_everybody()
    {
        await using var web = await WebUnderTest.Start();
        foreach (var status in (int[])[400, 403, 404, 409, 413, 415, 429, 500, 503])
            await Look(web, $"{status}", async page => Assert.Equal(status, (await page.GotoAsync($"/etat/{status}"))!.Status));
        await Look(web, "session-expiree", page => Post(page, "/agents/essai"));
        await Look(web, "jeton-perime", async page =>
        {
            await page.GotoAsync("/entrer/camille");
            await Post(page, "/agents/essai");
        });
        await Look(web, "texte-garde", async page =>
        {
            await page.GotoAsync("/entrer/camille");
            await Post(page, "/agents/casse");
            await page.GetByRole(AriaRole.Button, new() { Name = "Envoyer" }).ClickAsync();
        });
    }

    private async Task Look(WebUnderTest web, string name, Func<IPage, Task> go)
    {
        var visitor = await platform.Person(address: web.Client.BaseAddress);
        await go(visitor.Page);
        await visitor.Looks($"panne-{name}");
        await visitor.Page.Context.CloseAsync();
    }

    private static async Task Post(IPage page, string path)
    {
        await page.GotoAsync("/connexion/echec");
        await page.EvaluateAsync(
            """
            path => {
              const form = Object.assign(document.createElement('form'), { method: 'post', action: path });
              form.append(Object.assign(document.createElement('textarea'), { name: 'texte', value: 'Bonjour,\n\nvotre dossier <b>avance</b>.' }));
              document.body.append(form);
              form.submit();
            }
            """, path);
        await page.WaitForURLAsync("**" + path);
    }

    [Theory]
    [InlineData("/nulle-part", 404)]
    [InlineData("/connexion/echec", 403)]
    [InlineData("/connexion/indisponible", 503)]
    [InlineData("/connexion/retour?state=faux", 403)]
    [InlineData("/deconnexion/faite", 200)]
    public async Task A_page_about_what_did_not_happen_is_readable_by_everybody(string path, int status)
    {
        var visitor = await platform.Person();
        Assert.Equal(status, await visitor.StatusOf(path));
        await visitor.Looks($"erreur-{status}-{path[1..].Split('?')[0].Replace('/', '-')}");
    }
}
