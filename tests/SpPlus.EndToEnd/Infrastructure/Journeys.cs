using Microsoft.Playwright;

namespace SpPlus.EndToEnd.Infrastructure;

/// <summary>What others do before a journey begins.</summary>
internal static class Journeys
{
    private const string Story =
        "J’ai signalé ma nouvelle adresse en ligne.\n\nTrois semaines plus tard, un courrier est parti à l’ancienne adresse.";

    /// <summary>An experience that waits for moderation; its number.</summary>
    public static async Task<string> Shared(this Platform platform, string title, params string[] services)
    {
        var author = await platform.Person(javaScript: false);
        await author.Shares(title, services);
        var id = new Uri(author.Page.Url).AbsolutePath.Split('/')[2];
        await author.Page.Context.CloseAsync();
        return id;
    }

    /// <summary>The four steps, up to the author's page.</summary>
    public static async Task Shares(this Person author, string title, string[] services, string story = Story, string address = "")
    {
        await author.Opens("/partager?" + string.Join('&', services.Select(s => "service=" + s)));
        await author.Presses("Continuer");
        await author.Fills("titre", title);
        await author.Fills("recit", story);
        await author.Fills("jour", "24");
        await author.Fills("mois", "9");
        await author.Fills("annee", "2026");
        await author.Page.Locator("select[name=pays]").SelectOptionAsync("BE");
        await author.Presses("Continuer");
        await author.Page.Locator("[name=ressenti][value=Negative]").CheckAsync();
        await author.Presses("Continuer");
        await author.Fills("email", address);
        await author.Button("envoyer").ClickAsync();
        await author.Arrives(url => url.AbsolutePath.StartsWith("/suivi/", StringComparison.Ordinal));
    }

    /// <summary>An experience that a citizen shared about these services and a moderator published; its number.</summary>
    public static async Task<string> Published(this Platform platform, string title, params string[] services)
    {
        var id = await platform.Shared(title, services);
        await platform.Publishes(id);
        return id;
    }

    /// <summary>A moderator publishes it as it was sent.</summary>
    public static async Task Publishes(this Platform platform, string id)
    {
        var moderator = await platform.Person(javaScript: false);
        await moderator.SignsInAs("dev-ditp-moderation-1", $"/moderation/{id}");
        await moderator.Page.Locator("button[name=decision][value=publier]").ClickAsync();
        await moderator.Arrives(url => url.Query.Contains("fait=publier", StringComparison.Ordinal));
        await moderator.Page.Context.CloseAsync();
    }

    public static async Task<Person> Agent(this Platform platform, string subject, string experience, bool javaScript = false, int width = 1280)
    {
        var agent = await platform.Person(javaScript, width);
        await agent.SignsInAs(subject, $"/agents/experiences/{experience}");
        return agent;
    }

    /// <summary>Opens the page again and again until it says so.</summary>
    public static async Task Until(this Person person, string path, string text)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        do
        {
            limit.Token.ThrowIfCancellationRequested();
            await person.Opens(path);
            await person.Page.WaitForTimeoutAsync(200);
        }
        while (await person.Page.GetByText(text).CountAsync() == 0);
    }

    /// <summary>From the workbench to the page where the experience is handed over.</summary>
    public static async Task HandsOver(this Person agent)
    {
        await agent.Page.GetByRole(AriaRole.Link, new() { Name = "Ce n’est pas pour nous…" }).ClickAsync();
        await agent.Arrives(url => url.AbsolutePath.EndsWith("/transfert", StringComparison.Ordinal));
    }

    /// <summary>A list follows a command within moments: looks again until it shows this.</summary>
    public static async Task Awaits(this Person person, string path, string text)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        do await person.Opens(path);
        while (await person.Page.GetByText(text).CountAsync() == 0 && await timer.WaitForNextTickAsync(patience.Token));
    }

    public static Task<bool> Offers(this Person person, string button) =>
        person.Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = false }).First.IsVisibleAsync();
}
