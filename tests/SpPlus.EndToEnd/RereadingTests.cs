using Microsoft.Playwright;
using SpPlus.EndToEnd.Infrastructure;
using Xunit;

namespace SpPlus.EndToEnd;

/// <summary>COMM-2: a page that reads itself again, while other things happen and while the server cannot answer.</summary>
[Collection(PlatformCollection.Name)]
public sealed class RereadingTests(Platform platform)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task What_comes_while_a_page_is_being_read_stays_and_is_read_after_it()
    {
        var (id, caf, cpam) = await TwoPages("Un dossier relu pendant qu’on écrit");
        var (asked, askedAgain, release) = (new TaskCompletionSource(), new TaskCompletionSource(), new TaskCompletionSource());
        var (count, open, most) = (0, 0, 0);
        await caf.Page.RouteAsync(IsPage(id), async route =>
        {
            var number = Interlocked.Increment(ref count);
            most = Math.Max(most, Interlocked.Increment(ref open));
            var answer = await route.FetchAsync();
            (number == 1 ? asked : askedAgain).TrySetResult();
            if (number == 1) await release.Task;
            Interlocked.Decrement(ref open);
            await route.FulfillAsync(new() { Response = answer });
        });
        await Tags(cpam);
        await asked.Task.WaitAsync(Patience);
        await cpam.Fills("texte", "Notre réponse");
        await cpam.Posts("brouillon");
        await cpam.Fills("commentaire", "Nous avons commencé.");
        await cpam.Posts("commentaire");
        await caf.Sees("Nous avons commencé.");

        release.SetResult();
        await askedAgain.Task.WaitAsync(Patience);
        await Assertions.Expect(caf.Page.Locator("#tags select").First).ToHaveValueAsync("3");
        await Assertions.Expect(caf.Page.Locator("[data-live=structures]")).ToContainTextAsync("En cours");
        await Assertions.Expect(caf.Page.Locator("[data-live=commentaires]")).ToContainTextAsync("Nous avons commencé.");
        Assert.Equal(1, most);
        foreach (var person in new[] { caf, cpam }) await person.Page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_page_that_could_not_be_read_says_so_and_is_read_as_soon_as_it_can_be()
    {
        var (id, caf, cpam) = await TwoPages("Un dossier relu quand le serveur revient");
        var isDown = true;
        await caf.Page.RouteAsync(IsPage(id), route => isDown ? route.FulfillAsync(new() { Status = 503 }) : route.ContinueAsync());
        await Tags(cpam);
        var notice = caf.Page.GetByText("Cette page n’est peut-être plus à jour.");
        await Assertions.Expect(notice).ToBeVisibleAsync(new() { Timeout = 20_000 });
        await caf.Looks("banc-en-retard");

        isDown = false;
        await Assertions.Expect(caf.Page.Locator("#tags select").First).ToHaveValueAsync("3", new() { Timeout = 30_000 });
        await Assertions.Expect(notice).ToHaveCountAsync(0);
        foreach (var person in new[] { caf, cpam }) await person.Page.Context.CloseAsync();
    }

    /// <summary>Both follow the experience.</summary>
    private async Task<(string Id, Person Caf, Person Cpam)> TwoPages(string title)
    {
        var id = await platform.Published(title, "caf-gironde", "cpam-gironde");
        var (caf, cpam) = (await platform.Agent("dev-caf-agent", id, javaScript: true), await platform.Agent("dev-cpam-agent", id, javaScript: true));
        await Assertions.Expect(caf.Page.Locator("#presence")).ToContainTextAsync("Malik S.");
        return (id, caf, cpam);
    }

    private static Func<string, bool> IsPage(string id) => url => new Uri(url).AbsolutePath == $"/agents/experiences/{id}";

    private static async Task Tags(Person person)
    {
        await person.Page.Locator("#tags summary").ClickAsync();
        await person.Page.Locator("#tags select").First.SelectOptionAsync("3");
        await person.Posts("tags");
    }
}
