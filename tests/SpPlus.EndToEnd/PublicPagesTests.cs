using SpPlus.EndToEnd.Infrastructure;
using Xunit;

namespace SpPlus.EndToEnd;

[Collection(PlatformCollection.Name)]
public sealed class PublicPagesTests(Platform platform)
{
    [Theory]
    [InlineData("/", "accueil")]
    [InlineData("/comment-ca-marche", "comment-ca-marche")]
    [InlineData("/faq", "faq")]
    [InlineData("/accessibilite", "accessibilite")]
    [InlineData("/donnees-personnelles", "donnees-personnelles")]
    [InlineData("/regles-de-moderation", "regles-de-moderation")]
    [InlineData("/mentions-legales", "mentions-legales")]
    [InlineData("/experiences", "liste")]
    [InlineData("/experiences?cherche=caf&ressenti=negatif", "liste-filtree")]
    [InlineData("/partager", "partager")]
    public async Task A_page_is_readable_by_everybody(string path, string name)
    {
        var visitor = await platform.Person();
        await visitor.Opens(path);
        await visitor.Looks(name);
    }

    [Theory]
    [InlineData("/", "Share")]
    [InlineData("/comment-ca-marche", "moderation")]
    [InlineData("/faq", "agents")]
    [InlineData("/accessibilite", "Accessibility")]
    [InlineData("/donnees-personnelles", "data")]
    [InlineData("/regles-de-moderation", "moderation")]
    [InlineData("/mentions-legales", "Legal")]
    [InlineData("/experiences", "experiences")]
    [InlineData("/partager", "Continue")]
    public async Task A_page_is_in_English_for_those_who_read_English(string path, string word)
    {
        var visitor = await platform.Person(language: "en-GB");
        await visitor.Opens(path);
        Assert.Equal("en", await visitor.Page.Locator("html").GetAttributeAsync("lang"));
        Assert.Contains(word, await visitor.Page.Locator("body").InnerTextAsync(), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Partager", await visitor.Page.Locator("body").InnerTextAsync(), StringComparison.Ordinal);
        await visitor.Looks($"english{path.Replace('/', '-')}");
    }

    [Theory]
    [InlineData("/nulle-part", 404)]
    [InlineData("/experiences/00000-00000", 404)]
    [InlineData("/experiences/pas-un-identifiant", 404)]
    [InlineData("/suivi/00000-00000/faux", 404)]
    [InlineData("/experiences?structure=%00&apres=~~~&departement=zz", 200)]
    [InlineData("/experiences?cherche=%EF%BF%BE&structure=%EF%BF%BE", 200)]
    [InlineData("/faq?q=%EF%BF%BE%00", 200)]
    public async Task Addresses_that_lead_nowhere_say_so(string path, int status)
    {
        var visitor = await platform.Person();
        Assert.Equal(status, await visitor.StatusOf(path));
        if (status == 404) await visitor.Sees("Cette page n’existe pas, ou vous n’y avez pas accès.");
    }

    [Fact]
    public async Task Each_experience_of_the_list_fits_across_a_narrow_screen()
    {
        var reader = await platform.Person(width: 320);
        await reader.Opens("/experiences");
        var listed = await reader.Page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('.sp-item h3 a')].map(link => link.getAttribute('href'))");
        Assert.NotEmpty(listed);
        var wide = new List<string>();
        foreach (var path in listed)
        {
            await reader.Opens(path);
            if (!await reader.FitsAcross()) wide.Add(path);
        }

        Assert.Empty(wide);
    }

    [Fact]
    public async Task A_word_without_an_end_breaks_rather_than_widen_the_page()
    {
        var (title, author) = (new string('a', 140), await platform.Person(javaScript: false));
        await author.Shares(title, ["caf-gironde"], new string('b', 600));
        var id = new Uri(author.Page.Url).AbsolutePath.Split('/')[2];
        await platform.Publishes(id);

        var visitor = await platform.Person();
        await visitor.Until("/experiences", title);
        await visitor.Looks("mot-sans-fin-liste");
        await visitor.Opens($"/experiences/{id}");
        await visitor.Looks("mot-sans-fin");
        var agent = await platform.Agent("dev-caf-agent", id, javaScript: true);
        await agent.Looks("mot-sans-fin-agent");
        await agent.Opens("/agents");
        await agent.Looks("mot-sans-fin-boite");
    }
}
