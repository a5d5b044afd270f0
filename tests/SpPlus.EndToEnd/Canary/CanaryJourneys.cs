using Npgsql;
using SpPlus.Standalone.Check;
using SpPlus.Standalone.Stacks;
using Xunit;

namespace SpPlus.EndToEnd.Canary;

/// <summary>What befalls the experiences of the canaries.</summary>
internal sealed class CanaryJourneys(Stack platform, string data)
{
    public async Task Moderates(CanaryAuthor author, string decision, string? sort = null)
    {
        using var moderator = await Session("dev-ditp-moderation-1");
        await moderator.OpenAsync($"/moderation/{author.Id}", CancellationToken.None);
        if (sort is not null) moderator.Fill("tri-0", sort);
        if (decision == "rejeter") moderator.Fill("motif", "offensive");
        await moderator.PressAsync($"button[value={decision}]", CancellationToken.None);
    }

    public async Task Answers(CanaryAuthor author, string comment)
    {
        using (var agent = await Session("dev-caf-agent"))
        {
            await agent.OpenAsync($"/agents/experiences/{author.Id}", CancellationToken.None);
            agent.Fill("commentaire", comment);
            await agent.PressAsync("button[formaction$='/commentaire'], form[action$='/commentaire'] button", CancellationToken.None);
            agent.Fill("texte", "Votre attestation est bien arrivée chez nous.");
            await agent.PressAsync("button[formaction$='/validation']", CancellationToken.None);
        }

        using (var superAgent = await Session("dev-caf-super-agent"))
        {
            await superAgent.OpenAsync($"/agents/experiences/{author.Id}", CancellationToken.None);
            await superAgent.PressAsync("button[formaction$='/publication']", CancellationToken.None);
        }

        using var second = await Session("dev-cpam-super-agent");
        await second.OpenAsync($"/agents/experiences/{author.Id}", CancellationToken.None);
        await second.PressAsync("form[action$='/adoption'] button", CancellationToken.None);
    }

    /// <summary>To another network, which the DITP accepts; then within that network, which those above refuse and then accept.</summary>
    public async Task Transfers(CanaryAuthor author, string words)
    {
        using (var agent = await Session("dev-caf-agent"))
        {
            await agent.OpenAsync($"/agents/experiences/{author.Id}", CancellationToken.None);
            agent.Fill("texte", $"Un brouillon, {words}.");
            await agent.PressAsync("button[formaction$='/brouillon'], form[action$='/brouillon'] button:not([formaction])", CancellationToken.None);
            await Asks(agent, author, "caf-gironde", "sip libourne", "sip-libourne", words);
        }

        using (var moderator = await Session("dev-ditp-moderation-1")) await Resolves(moderator, author, "transfert-accepte");
        foreach (var refusal in (string?[])[words, null])
        {
            using (var agent = await Session("dev-sip-agent")) await Asks(agent, author, "sip-libourne", "sip arcachon", "sip-arcachon", words);
            using var superAgent = await Session("dev-drfip-super-agent");
            await Resolves(superAgent, author, refusal is null ? "transfert-accepte" : "transfert-refuse", refusal);
        }
    }

    public async Task ChangesAddress(CanaryAuthor author, string address)
    {
        await author.Browser.OpenAsync(author.Tracking + "/adresse", CancellationToken.None);
        author.Browser.Fill("email", address);
        await author.Browser.PressAsync("form[action$='/adresse'] button", CancellationToken.None);
    }

    public async Task LosesLink(CanaryAuthor author, string address)
    {
        foreach (var typed in (string[])[author.Address, address])
        {
            using var browser = new Browser(platform.Web);
            await browser.OpenAsync("/suivi", CancellationToken.None);
            browser.Fill("reference", author.Id);
            browser.Fill("email", typed);
            await browser.PressAsync("form[action='/suivi'] button", CancellationToken.None);
        }
    }

    public async Task TakesBack(CanaryAuthor author)
    {
        await author.Browser.OpenAsync(author.Tracking + "/retirer", CancellationToken.None);
        await author.Browser.PressAsync("form[action$='/retirer'] button", CancellationToken.None);
    }

    /// <summary>Until the author was told to try again.</summary>
    public async Task WhileDatabaseIsAway(CanaryAuthor author)
    {
        Task sharing;
        using (Paused.Part(data, "postgresql"))
        {
            sharing = author.SharesAsync(withSecret: true);
            await Task.WhenAny(author.Refused, sharing);
            Assert.True(author.Refused.IsCompletedSuccessfully, "Nothing was refused while the database was away.");
        }

        await sharing;
    }

    /// <summary>Until a mail could not be handed over.</summary>
    public async Task WhileMailIsAway(Func<Task> meanwhile)
    {
        await using var database = NpgsqlDataSource.Create(platform.Connections.Database);
        using (Paused.Part(data, "mail"))
        {
            await meanwhile();
            await Patience.UntilAsync("No mail had to wait", async token =>
            {
                await using var command = database.CreateCommand("select experience from mail.queue where outcome is not null and state = 'queued' limit 1");
                return await command.ExecuteScalarAsync(token) as string;
            }, CancellationToken.None);
        }
    }

    private static async Task Asks(Browser agent, CanaryAuthor author, string from, string search, string to, string why)
    {
        await agent.OpenAsync($"/agents/experiences/{author.Id}/transfert?structure={from}", CancellationToken.None);
        agent.Fill("cherche", search);
        await agent.PressAsync(".sp-searchbar button", CancellationToken.None);
        await agent.PressAsync($"button[name=choix][value={to}]", CancellationToken.None);
        agent.Fill("pourquoi", $"Ce n’est pas pour nous, {why}.");
        await agent.PressAsync("button[formaction$='/demande-transfert']", CancellationToken.None);
    }

    private static async Task Resolves(Browser person, CanaryAuthor author, string command, string? words = null)
    {
        await person.OpenAsync($"/agents/experiences/{author.Id}", CancellationToken.None);
        if (words is not null) person.Fill("refus", $"Si, {words}.");
        await person.PressAsync($"form[action$='/{command}'] button", CancellationToken.None);
    }

    private Task<Browser> Session(string subject) => PersonaSession.SignInAsync(platform.Web, subject, CancellationToken.None);
}
