using Microsoft.Playwright;
using SpPlus.Standalone.Check;
using SpPlus.Standalone.Contract;
using SpPlus.Standalone.Stacks;
using Xunit;

namespace SpPlus.EndToEnd.Infrastructure;

/// <summary>The whole platform, started once for all journeys, and a real browser.</summary>
public class Platform : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("spplus-e2e-").FullName;
    private Stack? stack;
    private IPlaywright? playwright;
    private IBrowser? browser;

    public static readonly IReadOnlyDictionary<string, string> WithoutLimits = new Dictionary<string, string> { ["Limits__Submission__PerClient"] = "0", ["Limits__Author__PerClient"] = "0", ["Limits__LostLink__PerClient"] = "0", ["Limits__Report__PerClient"] = "0", ["Limits__OpenData__PerClient"] = "0" };

    /// <summary>Most journeys want what is published to be public.</summary>
    protected virtual TimeSpan UndoWindow => TimeSpan.Zero;

    public Uri Web => stack!.Web;

    public string Data => Path.Combine(folder, "data");

    internal EverythingKept Kept => new(stack!.Connections, Data);

    internal Mailbox Mail => new(stack!.MailWeb);

    internal StackConnections Connections => stack!.Connections;

    public async Task InitializeAsync()
    {
        var options = new StackOptions
        {
            Data = Data, WellKnownPorts = false, Dashboard = false, SeedDemo = true, Temporary = true,
            UndoWindow = UndoWindow,
            // All the citizens of all the journeys share one address.
            WebSettings = WithoutLimits,
        };
        stack = await Stack.StartAsync(options, new Progress<string>(), CancellationToken.None);
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("SPPLUS_CHROMIUM") ?? "/usr/bin/chromium",
            Args =
            [
                "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
                "--disable-sync", .. Environment.IsPrivilegedProcess ? ["--no-sandbox"] : Array.Empty<string>(),
            ],
        });
    }

    /// <summary>Somebody's browser: cookies and a language of their own, with or without JavaScript.</summary>
    public async Task<Person> Person(bool javaScript = true, int width = 1280, string language = "fr-FR", Uri? address = null)
    {
        var context = await browser!.NewContextAsync(new()
        {
            BaseURL = (address ?? Web).AbsoluteUri,
            Locale = language,
            JavaScriptEnabled = javaScript,
            ViewportSize = new() { Width = width, Height = 900 },
        });
        context.SetDefaultTimeout(20_000);
        return new(await context.NewPageAsync(), javaScript);
    }

    /// <summary>The web dies and another one takes its place; pages that are open are not told.</summary>
    public Task WebIsReplaced() => stack!.ReplaceWebAsync(CancellationToken.None);

    public async Task DisposeAsync()
    {
        if (browser is not null) await browser.DisposeAsync();
        playwright?.Dispose();
        if (stack is not null) await stack.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}

/// <summary>One where a response can be taken back for a while.</summary>
public sealed class PatientPlatform : Platform
{
    protected override TimeSpan UndoWindow => TimeSpan.FromSeconds(40);
}

[CollectionDefinition(Name)]
public sealed class PatientPlatformCollection : ICollectionFixture<PatientPlatform>
{
    public const string Name = "patient platform";
}

[CollectionDefinition(Name)]
public sealed class PlatformCollection : ICollectionFixture<Platform>
{
    public const string Name = "platform";
}
