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
        await using var both = await TwoAgents.Follow(platform, "Un dossier relu pendant qu’on écrit");
        var (caf, cpam) = (both.Caf, both.Cpam);
        var (asked, askedAgain, release) = (new TaskCompletionSource(), new TaskCompletionSource(), new TaskCompletionSource());
        var (count, open, most) = (0, 0, 0);
        await caf.Page.RouteAsync(both.IsPage, async route =>
        {
            var number = Interlocked.Increment(ref count);
            most = Math.Max(most, Interlocked.Increment(ref open));
            var answer = await route.FetchAsync();
            (number == 1 ? asked : askedAgain).TrySetResult();
            if (number == 1) await release.Task;
            Interlocked.Decrement(ref open);
            await route.FulfillAsync(new() { Response = answer });
        });
        await both.CpamTags();
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
    }

    [Fact]
    public async Task A_page_that_could_not_be_read_says_so_and_is_read_as_soon_as_it_can_be()
    {
        await using var both = await TwoAgents.Follow(platform, "Un dossier relu quand le serveur revient");
        var caf = both.Caf;
        var isDown = true;
        await caf.Page.RouteAsync(both.IsPage, route => isDown ? route.FulfillAsync(new() { Status = 503 }) : route.ContinueAsync());
        await both.CpamTags();
        var notice = caf.Page.GetByText("Cette page n’est peut-être plus à jour.");
        await Assertions.Expect(notice).ToBeVisibleAsync(new() { Timeout = 20_000 });
        await caf.Looks("banc-en-retard");

        isDown = false;
        await Assertions.Expect(caf.Page.Locator("#tags select").First).ToHaveValueAsync("3", new() { Timeout = 30_000 });
        await Assertions.Expect(notice).ToHaveCountAsync(0);
    }
}
