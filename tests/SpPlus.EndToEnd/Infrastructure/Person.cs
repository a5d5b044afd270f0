using Microsoft.Playwright;
using Xunit;

namespace SpPlus.EndToEnd.Infrastructure;

/// <summary>Somebody in front of a browser.</summary>
public sealed class Person(IPage page, bool javaScript)
{
    public IPage Page => page;

    public async Task Opens(string path)
    {
        var answer = await page.GotoAsync(path);
        Assert.True(answer!.Ok, $"{path} answered {answer.Status}");
    }

    public async Task<int> StatusOf(string path) => (await page.GotoAsync(path))!.Status;

    /// <summary>Signs in as a persona of the development identity provider.</summary>
    public async Task SignsInAs(string subject, string path = "/agents")
    {
        await page.GotoAsync("/connexion?retour=" + Uri.EscapeDataString(path));
        await page.Locator($"button[name=persona][value={subject}]").ClickAsync();
        // Without scripts the provider's answer is a form to send on.
        if (!javaScript && await page.Locator("form[action$='/connexion/retour'] button, form[action$='/connexion/retour'] input[type=submit]").CountAsync() > 0)
            await page.Locator("form[action$='/connexion/retour'] button, form[action$='/connexion/retour'] input[type=submit]").First.ClickAsync();
        await Arrives(url => url.AbsolutePath == path.Split('?')[0], WaitUntilState.DOMContentLoaded);
    }

    public Task Fills(string field, string value) => Expecting(page.Locator($"[name='{field}']:not([type=hidden])").First.FillAsync(value));

    public Task Presses(string button) => Expecting(page.GetByRole(AriaRole.Button, new() { Name = button, Exact = false }).First.ClickAsync());

    /// <summary>A button by the decision that it stands for.</summary>
    public ILocator Button(string value) => page.Locator($"button[value='{value}']:not(.sp-hidden)").First;

    /// <summary>Sends the form that carries out an agent's command, and sees that it was.</summary>
    public async Task Posts(string command)
    {
        await page.Locator($"button[formaction$='/{command}'], form[action$='/{command}'] button:not([formaction])").First.ClickAsync();
        await Arrives(url => url.Query.Contains($"fait={command}", StringComparison.Ordinal));
    }

    /// <summary>What is not there is told with what is.</summary>
    private async Task Expecting(Task deed)
    {
        try
        {
            await deed;
        }
        catch (TimeoutException exception)
        {
            var text = page.Locator("body").InnerTextAsync(new() { Timeout = 3_000 });
            await ((Task)text).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
            throw new TimeoutException($"{page.Url} shows:\n{(text.IsCompletedSuccessfully ? await text : "nothing")}", exception);
        }
    }

    /// <summary>Returns once the page that was asked for is there.</summary>
    public async Task Arrives(Func<Uri, bool> there, WaitUntilState until = WaitUntilState.Load)
    {
        for (var attempt = 1; attempt < 4; attempt++)
        {
            try
            {
                await page.WaitForURLAsync(url => there(new(url)), new() { WaitUntil = until, Timeout = 5_000 });
                return;
            }
            catch (TimeoutException)
            {
                // Playwright misses an event that comes between its look and its wait: it looks again.
            }
        }

        await Expecting(page.WaitForURLAsync(url => there(new(url)), new() { WaitUntil = until, Timeout = 5_000 }));
    }

    public async Task Sees(string text) =>
        await Assertions.Expect(page.GetByText(text).First).ToBeVisibleAsync();

    /// <summary>Keeps what the page looks like in the test results, under docs-like names.</summary>
    public async Task Photographs(string name)
    {
        var folder = Environment.GetEnvironmentVariable("SPPLUS_SCREENSHOTS") ?? Path.Combine(AppContext.BaseDirectory, "screenshots");
        Directory.CreateDirectory(folder);
        await page.ScreenshotAsync(new() { Path = Path.Combine(folder, name + ".png"), FullPage = true });
    }

    /// <summary>
    /// The page as it stands, kept as pictures. With scripts, which axe is one of: light on a desk and dark on a telephone axe finds
    /// nothing, and nothing scrolls sideways down to 320 px.
    /// </summary>
    public async Task Looks(string name)
    {
        var size = page.ViewportSize!;
        if (!javaScript)
        {
            await Photographs($"{name}-sans-script-{size.Width}");
            return;
        }

        foreach (var (scheme, width) in ((ColorScheme, int)[])[(ColorScheme.Light, 1280), (ColorScheme.Dark, 390)])
        {
            await page.EmulateMediaAsync(new() { ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce });
            await page.SetViewportSizeAsync(width, 900);
            await Photographs($"{name}-{width}");
            var barriers = await Barriers.Found(page);
            Assert.True(barriers.Length == 0, string.Join('\n', barriers.Prepend(page.Url)));
        }

        await page.SetViewportSizeAsync(320, 900);
        Assert.True(await FitsAcross(), $"{page.Url} scrolls sideways at 320 px");
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        await page.SetViewportSizeAsync(size.Width, size.Height);
    }

    /// <summary>At 400 % zoom and on a desk: nothing scrolls sideways, and the keyboard alone leads everywhere, in sight, in order.</summary>
    public async Task NeedsNoMouse(string name)
    {
        var size = page.ViewportSize!;
        var faults = new List<string>();
        foreach (var (width, height) in ((int, int)[])[(320, 256), (1280, 900)])
        {
            await page.SetViewportSizeAsync(width, height);
            if (width == 320) await Photographs($"{name}{(javaScript ? "" : "-sans-script")}-320");
            if (!await FitsAcross()) faults.Add($"at {width} px: it scrolls sideways");
            faults.AddRange((await KeyboardWalk.Faults(page)).Select(fault => $"at {width} px: {fault}"));
        }

        await page.SetViewportSizeAsync(size.Width, size.Height);
        Assert.True(faults.Count == 0, string.Join('\n', faults.Prepend(page.Url)));
    }

    public Task<bool> FitsAcross() => page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= document.documentElement.clientWidth");
}
