using Npgsql;
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
        "dev-cpam-agent", "dev-cpam-super-agent", "dev-cpam-reader", "dev-cnam-administrator", "dev-sip-agent", "dev-dgfip-administrator",
    ];

    private readonly string folder = Directory.CreateTempSubdirectory("spplus-canary-").FullName;
    private TelemetrySink? telemetry;
    private Stack? stack;

    private Stack Platform => stack!;

    private string Data => Path.Combine(folder, "data");

    [Fact]
    public async Task Nothing_about_an_author_is_anywhere_but_where_it_belongs()
    {
        using CanaryAuthor answered = new(Platform.Web, "repondu"), masked = new(Platform.Web, "masque"), rejected = new(Platform.Web, "rejete");
        using CanaryAuthor waiting = new(Platform.Web, "attend"), moved = new(Platform.Web, "change"), withdrawn = new(Platform.Web, "retire"), cut = new(Platform.Web, "coupe");
        CanaryAuthor[] authors = [answered, masked, rejected, waiting, moved, withdrawn, cut];
        foreach (var author in authors[..^1]) await author.SharesAsync(withSecret: author == masked || author == rejected || author == waiting);
        var comment = $"entre nous {Guid.NewGuid():N}";
        await WhileDatabaseIsAway(cut);
        using var mailbox = new Mailbox(Platform.MailWeb);
        await WhileMailIsAway(async () =>
        {
            await Moderates(answered, "publier");
            await Moderates(masked, "moderer", sort: "masquer");
            await Moderates(rejected, "rejeter");
        });
        await Moderates(cut, "moderer", sort: "masquer");
        foreach (var author in (CanaryAuthor[])[moved, withdrawn]) await Moderates(author, "publier");
        await Answers(answered, comment);
        await answered.JudgesAsync("caf-gironde");
        var newAddress = "canari.nouvelle." + moved.Words + "@exemple.fr";
        await ChangesAddress(moved, newAddress);
        await LosesLink(moved, newAddress);
        await TakesBack(withdrawn);
        foreach (var (author, count) in ((CanaryAuthor, int)[])[(answered, 3), (masked, 2), (rejected, 2), (waiting, 1), (cut, 2)])
            await mailbox.ToAsync(author.Address, count, CancellationToken.None);
        await mailbox.ToAsync(newAddress, 1, CancellationToken.None);

        var found = new List<string>();
        string[] addresses = [.. authors.Select(a => a.Address), newAddress];
        string[] tokens = [.. authors.Select(a => a.Token)];
        string[] secrets = [.. authors.Select(a => a.Secret)];
        string[] verdicts = [.. authors.Select(a => a.Verdict)];

        var crawls = await Crawls([.. authors.Select(a => a.Id)]);
        foreach (var crawl in crawls)
        {
            var isSteward = crawl.Reader.StartsWith("dev-ditp", StringComparison.Ordinal);
            found.AddRange(crawl.Holding([.. addresses, .. tokens]));
            if (!isSteward) found.AddRange(crawl.Holding([.. secrets, rejected.Words, waiting.Words, withdrawn.Words]));
            if (crawl.Reader == "anybody") found.AddRange(crawl.Holding([.. verdicts, comment]));
        }

        var authorsPages = 0;
        foreach (var author in authors)
        {
            var (head, body) = await author.Browser.AnswerAsync(author.Tracking, CancellationToken.None);
            authorsPages++;
            if ((head + body).Contains(author.Address, StringComparison.OrdinalIgnoreCase) || body.Contains(author.Secret, StringComparison.Ordinal)) found.Add("the author's page of " + author.Id);
        }

        var kept = new EverythingKept(Platform.Connections, Data);
        found.AddRange((await kept.Holding([.. addresses, .. tokens, .. secrets])).Where(place => !place.EndsWith("mail.log", StringComparison.Ordinal)));
        var exported = telemetry!.Counts;
        found.AddRange(telemetry.Holding([.. addresses, .. tokens, .. secrets, .. verdicts, .. authors.Select(a => a.Words), comment]));
        var mails = await mailbox.EverythingAsync(CancellationToken.None);
        foreach (var mail in mails)
        {
            found.AddRange(addresses.Where(a => !mail.Recipient.Contains(a, StringComparison.OrdinalIgnoreCase) && mail.Everything.Contains(a, StringComparison.OrdinalIgnoreCase)).Select(a => "a mail to somebody else"));
            found.AddRange(((string[])[.. secrets, comment, .. verdicts]).Where(s => mail.Everything.Contains(s, StringComparison.OrdinalIgnoreCase)).Select(_ => "the words of a mail"));
        }

        output.WriteLine($"Searched {crawls.Sum(c => c.Count)} answers as {crawls.Count} readers, {authorsPages} authors' pages, {kept.Searched} columns, keys, blobs and logs, " +
            $"{string.Join(", ", exported.Select(e => $"{e.Value} exports of {e.Key}"))}, {mails.Count} mails: {found.Count} hold what they should not.");
        Assert.Empty(found);
        Assert.Equal(["logs", "metrics", "trace"], exported.Keys.Order());
        // The search finds what is there.
        Assert.All(crawls.Where(c => c.Reader == "anybody"), c => Assert.NotEmpty(c.Holding(answered.Words)));
        Assert.Contains(crawls, c => c.Reader == "dev-ditp-moderation-1" && c.Holding(waiting.Secret).Any());
        Assert.Contains(crawls, c => c.Reader == "dev-caf-agent" && c.Holding(answered.Verdict).Any() && c.Holding(comment).Any());
        Assert.Contains("journal.facts.body", await kept.Holding(answered.Words));
    }

    public async Task InitializeAsync()
    {
        telemetry = await TelemetrySink.StartAsync();
        stack = await Stack.StartAsync(
            new()
            {
                Data = Data, WellKnownPorts = false, Dashboard = false, SeedDemo = false, Temporary = true, UndoWindow = TimeSpan.Zero, Telemetry = telemetry.Address,
                WebSettings = Infrastructure.Platform.WithoutLimits,
                SiloSettings = new Dictionary<string, string> { ["Mail__Timeout"] = "00:00:02", ["Mail__FirstRetry"] = "00:00:01" },
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
        string[] open = ["/", "/experiences", "/partager", "/faq", "/suivi", .. ids.Select(id => $"/experiences/{id}")];
        string[] connected = [.. ids.SelectMany(id => (string[])[$"/agents/experiences/{id}", $"/moderation/{id}", $"/agents/experiences/{id}/transfert"]), "/agents", "/moderation", "/agents/nouvelles"];
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

    private async Task Moderates(CanaryAuthor author, string decision, string? sort = null)
    {
        using var moderator = await PersonaSession.SignInAsync(Platform.Web, "dev-ditp-moderation-1", CancellationToken.None);
        await moderator.OpenAsync($"/moderation/{author.Id}", CancellationToken.None);
        if (sort is not null) moderator.Fill("tri-0", sort);
        if (decision == "rejeter") moderator.Fill("motif", "offensive");
        await moderator.PressAsync($"button[value={decision}]", CancellationToken.None);
    }

    private async Task Answers(CanaryAuthor author, string comment)
    {
        using (var agent = await PersonaSession.SignInAsync(Platform.Web, "dev-caf-agent", CancellationToken.None))
        {
            await agent.OpenAsync($"/agents/experiences/{author.Id}", CancellationToken.None);
            agent.Fill("commentaire", comment);
            await agent.PressAsync("button[formaction$='/commentaire'], form[action$='/commentaire'] button", CancellationToken.None);
            agent.Fill("texte", "Votre attestation est bien arrivée chez nous.");
            await agent.PressAsync("button[formaction$='/validation']", CancellationToken.None);
        }

        using (var superAgent = await PersonaSession.SignInAsync(Platform.Web, "dev-caf-super-agent", CancellationToken.None))
        {
            await superAgent.OpenAsync($"/agents/experiences/{author.Id}", CancellationToken.None);
            await superAgent.PressAsync("button[formaction$='/publication']", CancellationToken.None);
        }

        using var second = await PersonaSession.SignInAsync(Platform.Web, "dev-cpam-super-agent", CancellationToken.None);
        await second.OpenAsync($"/agents/experiences/{author.Id}", CancellationToken.None);
        await second.PressAsync("form[action$='/adoption'] button", CancellationToken.None);
    }

    private static async Task ChangesAddress(CanaryAuthor author, string address)
    {
        await author.Browser.OpenAsync(author.Tracking + "/adresse", CancellationToken.None);
        author.Browser.Fill("email", address);
        await author.Browser.PressAsync("form[action$='/adresse'] button", CancellationToken.None);
    }

    private async Task LosesLink(CanaryAuthor author, string address)
    {
        foreach (var typed in (string[])[author.Address, address])
        {
            using var browser = new Browser(Platform.Web);
            await browser.OpenAsync("/suivi", CancellationToken.None);
            browser.Fill("reference", author.Id);
            browser.Fill("email", typed);
            await browser.PressAsync("form[action='/suivi'] button", CancellationToken.None);
        }
    }

    private static async Task TakesBack(CanaryAuthor author)
    {
        await author.Browser.OpenAsync(author.Tracking + "/retirer", CancellationToken.None);
        await author.Browser.PressAsync("form[action$='/retirer'] button", CancellationToken.None);
    }

    /// <summary>Until the author was told to try again.</summary>
    private async Task WhileDatabaseIsAway(CanaryAuthor author)
    {
        Task sharing;
        using (Paused.Part(Data, "postgresql"))
        {
            sharing = author.SharesAsync(withSecret: true);
            await Task.WhenAny(author.Refused, sharing);
            Assert.True(author.Refused.IsCompletedSuccessfully, "Nothing was refused while the database was away.");
        }

        await sharing;
    }

    /// <summary>Until a mail could not be handed over.</summary>
    private async Task WhileMailIsAway(Func<Task> meanwhile)
    {
        await using var database = NpgsqlDataSource.Create(Platform.Connections.Database);
        using (Paused.Part(Data, "mail"))
        {
            await meanwhile();
            await Patience.UntilAsync("No mail had to wait", async token =>
            {
                await using var command = database.CreateCommand("select experience from mail.queue where outcome is not null and state = 'queued' limit 1");
                return await command.ExecuteScalarAsync(token) as string;
            }, CancellationToken.None);
        }
    }
}
