using Microsoft.Playwright;

namespace SpPlus.EndToEnd.Infrastructure;

/// <summary>COMM-2: agents of two administrations that follow the same experience, each in a browser of their own.</summary>
internal sealed record TwoAgents(string Id, Person Caf, Person Cpam) : IAsyncDisposable
{
    public static async Task<TwoAgents> Follow(Platform platform, string title)
    {
        var id = await platform.Published(title, "caf-gironde", "cpam-gironde");
        var (caf, cpam) = (await platform.Agent("dev-caf-agent", id, javaScript: true), await platform.Agent("dev-cpam-agent", id, javaScript: true));
        await Assertions.Expect(caf.Page.Locator("#presence")).ToContainTextAsync("Malik S.");
        return new(id, caf, cpam);
    }

    public bool IsPage(string url) => new Uri(url).AbsolutePath == $"/agents/experiences/{Id}";

    /// <summary>The general tags are everybody's: both pages have them.</summary>
    public async Task CpamTags()
    {
        await Cpam.Page.Locator("#tags summary").ClickAsync();
        await Cpam.Page.Locator("#tags select").First.SelectOptionAsync("3");
        await Cpam.Posts("tags");
    }

    public async ValueTask DisposeAsync()
    {
        await Caf.Page.Context.CloseAsync();
        await Cpam.Page.Context.CloseAsync();
    }
}
