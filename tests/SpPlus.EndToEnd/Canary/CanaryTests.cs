using SpPlus.EndToEnd.Infrastructure;
using SpPlus.Standalone.Check;
using SpPlus.Standalone.Stacks;
using Xunit;
using Xunit.Abstractions;

namespace SpPlus.EndToEnd.Canary;

/// <summary>
/// PRIV-1: addresses and words that are nowhere else in the world go every way there is; then everything that the platform keeps, shows,
/// sends and exports is searched for them. The development mail server's own log and folder are the recipients' side: they are left out.
/// </summary>
public sealed class CanaryTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const int PagesPerReader = 120;
    private static readonly string[] Readers =
    [
        "dev-ditp-moderation-1", "dev-ditp-administration", "dev-caf-agent", "dev-caf-super-agent", "dev-caf-reader", "dev-cnaf-administrator",
        "dev-cpam-agent", "dev-cpam-super-agent", "dev-cpam-reader", "dev-cnam-administrator", "dev-sip-agent", "dev-drfip-super-agent", "dev-dgfip-administrator",
    ];

    /// <summary>The ways on which programs read what is public.</summary>
    private static readonly string[] OpenData = ["/donnees-ouvertes/experiences.csv", "/donnees-ouvertes/experiences.jsonl", "/api/v1/experiences?limit=100"];

    /// <summary>Metrics leave once a second instead of once a minute.</summary>
    private static readonly KeyValuePair<string, string> Often = new("OTEL_METRIC_EXPORT_INTERVAL", "1000");

    private readonly string folder = Directory.CreateTempSubdirectory("spplus-canary-").FullName;
    private TelemetrySink? telemetry;
    private Stack? stack;

    private Stack Platform => stack!;

    private string Data => Path.Combine(folder, "data");

    [Fact]
    public async Task Nothing_about_an_author_is_anywhere_but_where_it_belongs()
    {
        using CanaryAuthor answered = new(Platform.Web, "repondu"), masked = new(Platform.Web, "masque"), rejected = new(Platform.Web, "rejete");
        using CanaryAuthor waiting = new(Platform.Web, "attend"), moved = new(Platform.Web, "change"), withdrawn = new(Platform.Web, "retire");
        using CanaryAuthor handed = new(Platform.Web, "transfere"), cut = new(Platform.Web, "coupe");
        CanaryAuthor[] authors = [answered, masked, rejected, waiting, moved, withdrawn, handed, cut];
        var journeys = new CanaryJourneys(Platform, Data);
        foreach (var author in authors[..^1]) await author.SharesAsync(withSecret: author == masked || author == rejected || author == waiting || author == handed);
        string comment = $"entre nous {Guid.NewGuid():N}", why = $"entre services {Guid.NewGuid():N}";
        await journeys.WhileDatabaseIsAway(cut);
        using var mailbox = new Mailbox(Platform.MailWeb);
        await journeys.WhileMailIsAway(async () =>
        {
            await journeys.Moderates(answered, "publier");
            await journeys.Moderates(masked, "moderer", sort: "masquer");
            await journeys.Moderates(rejected, "rejeter");
        });
        foreach (var author in (CanaryAuthor[])[cut, handed]) await journeys.Moderates(author, "moderer", sort: "masquer");
        foreach (var author in (CanaryAuthor[])[moved, withdrawn]) await journeys.Moderates(author, "publier");
        await journeys.Answers(answered, comment);
        await answered.JudgesAsync("caf-gironde");
        var newAddress = "canari.nouvelle." + moved.Words + "@exemple.fr";
        await journeys.ChangesAddress(moved, newAddress);
        await journeys.LosesLink(moved, newAddress);
        await journeys.TakesBack(withdrawn);
        await journeys.Transfers(handed, why);
        var imported = await CanaryImport.RunAsync(Platform.Connections, folder);
        foreach (var (author, count) in ((CanaryAuthor, int)[])[(answered, 3), (masked, 2), (rejected, 2), (waiting, 1), (handed, 2), (cut, 2)])
            await mailbox.ToAsync(author.Address, count, CancellationToken.None);
        await mailbox.ToAsync(newAddress, 1, CancellationToken.None);

        var found = new List<string>();
        string[] addresses = [.. authors.Select(a => a.Address), newAddress, imported.Address];
        string[] tokens = [.. authors.Select(a => a.Token)];
        string[] secrets = [.. authors.Select(a => a.Secret), imported.Secret];
        string[] verdicts = [.. authors.Select(a => a.Verdict)];
        string[] between = [comment, why];

        var crawls = await Crawls([.. authors.Select(a => a.Id)]);
        foreach (var crawl in crawls)
        {
            var isSteward = crawl.Reader.StartsWith("dev-ditp", StringComparison.Ordinal);
            found.AddRange(crawl.Holding([.. addresses, .. tokens]));
            if (!isSteward) found.AddRange(crawl.Holding([.. secrets, rejected.Words, waiting.Words, withdrawn.Words]));
            if (crawl.Reader == "anybody") found.AddRange(crawl.Holding([.. verdicts, .. between]));
        }

        var authorsPages = 0;
        foreach (var author in authors)
        {
            var (head, body) = await author.Browser.AnswerAsync(author.Tracking, CancellationToken.None);
            authorsPages++;
            if ((head + body).Contains(author.Address, StringComparison.OrdinalIgnoreCase) || ((string[])[author.Secret, .. between]).Any(body.Contains)) found.Add("the author's page of " + author.Id);
        }

        var kept = new EverythingKept(Platform.Connections, Data);
        found.AddRange((await kept.Holding([.. addresses, .. tokens, .. secrets])).Where(place => !place.EndsWith("mail.log", StringComparison.Ordinal)));
        var exported = telemetry!.Counts;
        found.AddRange(telemetry.Holding([.. addresses, .. tokens, .. secrets, .. verdicts, .. authors.Select(a => a.Words), imported.Words, .. between]));
        if (((string[])[imported.Address, imported.Secret, imported.Words]).Any(imported.Printed.Contains)) found.Add("what the import printed");
        var mails = await mailbox.EverythingAsync(CancellationToken.None);
        foreach (var mail in mails)
        {
            found.AddRange(addresses.Where(a => !mail.Recipient.Contains(a, StringComparison.OrdinalIgnoreCase) && mail.Everything.Contains(a, StringComparison.OrdinalIgnoreCase)).Select(a => "a mail to somebody else"));
            found.AddRange(((string[])[.. secrets, .. between, .. verdicts]).Where(s => mail.Everything.Contains(s, StringComparison.OrdinalIgnoreCase)).Select(_ => "the words of a mail"));
        }

        output.WriteLine($"Searched {crawls.Sum(c => c.Count)} answers as {crawls.Count} readers, {authorsPages} authors' pages, {kept.Searched} columns, keys, blobs and logs, " +
            $"{string.Join(", ", exported.Select(e => $"{e.Value} exports of {e.Key}"))}, {mails.Count} mails: {found.Count} hold what they should not.");
        Assert.Empty(found);
        Assert.Equal(["logs", "metrics", "trace"], exported.Keys.Order());
        // The search finds what is there.
        Assert.All(crawls, c => Assert.All((string[])[answered.Words, handed.Words, imported.Words], words => Assert.NotEmpty(c.Holding(words))));
        Assert.Contains(crawls, c => c.Reader == "dev-ditp-moderation-1" && c.Holding(waiting.Secret).Any());
        Assert.Contains(crawls, c => c.Reader == "dev-caf-agent" && c.Holding(answered.Verdict).Any() && c.Holding(comment).Any());
        Assert.All((string[])["dev-drfip-super-agent", "dev-ditp-administration"], reader => Assert.Contains(crawls, c => c.Reader == reader && c.Holding(why).Any()));
        Assert.All(crawls, c => Assert.Superset(OpenData.Select(path => $"{c.Reader} {path}").ToHashSet(), c.Holding(answered.Words).ToHashSet()));
        Assert.Contains("journal.facts.body", await kept.Holding(answered.Words));
    }

    public async Task InitializeAsync()
    {
        telemetry = await TelemetrySink.StartAsync();
        stack = await Stack.StartAsync(
            new()
            {
                Data = Data, WellKnownPorts = false, Dashboard = false, SeedDemo = false, Temporary = true, UndoWindow = TimeSpan.Zero, Telemetry = telemetry.Address,
                WebSettings = new Dictionary<string, string>(Infrastructure.Platform.WithoutLimits) { [Often.Key] = Often.Value },
                SiloSettings = new Dictionary<string, string> { ["Mail__Timeout"] = "00:00:02", ["Mail__FirstRetry"] = "00:00:01", [Often.Key] = Often.Value },
            },
            new Progress<string>(), CancellationToken.None);
    }

    public async Task DisposeAsync()
    {
        if (stack is not null) await stack.DisposeAsync();
        if (telemetry is not null) await telemetry.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private async Task<List<Crawl>> Crawls(string[] ids)
    {
        string[] open = [.. OpenData, .. ids.Select(id => $"/api/v1/experiences/{id}"), "/", "/experiences", "/actions", "/partager", "/faq", "/suivi", .. ids.Select(id => $"/experiences/{id}")];
        string[] connected = [.. ids.SelectMany(id => (string[])[$"/agents/experiences/{id}", $"/moderation/{id}", $"/agents/experiences/{id}/transfert"]), "/agents", "/agents/transferts", "/agents/actions", "/agents/nouvelles", "/moderation", "/moderation/signalements", "/moderation/incidents"];
        var crawls = new List<Crawl>();
        using var anybody = new Browser(Platform.Web);
        crawls.Add(new("anybody", anybody, PagesPerReader));
        await crawls[0].FollowAsync(open);
        foreach (var reader in Readers)
        {
            using var browser = await PersonaSession.SignInAsync(Platform.Web, reader, CancellationToken.None);
            crawls.Add(new(reader, browser, PagesPerReader));
            await crawls[^1].FollowAsync([.. connected, .. open]);
        }

        return crawls;
    }
}
