using Microsoft.Playwright;
using SpPlus.EndToEnd.Infrastructure;
using Xunit;

namespace SpPlus.EndToEnd;

/// <summary>MOD-4: a visitor reports, the DITP decides.</summary>
[Collection(PlatformCollection.Name)]
public sealed class ReportTests(Platform platform)
{
    private const string Theo = "dev-ditp-moderation-1";

    [Fact]
    public async Task A_visitor_reports_and_the_experience_leaves_the_public_pages()
    {
        const string Title = "Une agente que je nomme";
        var id = await platform.Published(Title, "caf-gironde");
        var visitor = await platform.Person(javaScript: false, width: 390);
        await visitor.Awaits($"/experiences?structure=caf-gironde", Title);
        await visitor.Opens($"/experiences/{id}");
        await visitor.Page.GetByRole(AriaRole.Link, new() { Name = "Signaler" }).ClickAsync();
        await visitor.Fills("mots", "Mon nom complet est écrit.");
        await visitor.Presses("Envoyer le signalement");
        await visitor.Sees("Choisissez une raison");
        Assert.Equal("Mon nom complet est écrit.", (await visitor.Page.Locator("[name=mots]").InputValueAsync()).Trim());
        await visitor.Page.Locator("[name=motif][value=personal-data]").CheckAsync();
        await visitor.Photographs("signaler-390");
        await visitor.Presses("Envoyer le signalement");
        await visitor.Sees("Merci, votre signalement est transmis");
        await Looks($"/experiences/{id}/signaler", "signaler");
        await Looks($"/experiences/{id}/signaler/merci", "signaler-merci");

        var moderator = await platform.Person(javaScript: false);
        await moderator.SignsInAs(Theo, "/moderation/signalements");
        await moderator.Awaits("/moderation/signalements", Title);
        await moderator.Sees("Mon nom complet est écrit.");
        await Looks("/moderation/signalements", "signalements", Theo);
        var card = moderator.Page.Locator($"form[action$='{id}']");
        await moderator.Page.Locator($"article:has(a[href='/experiences/{id}']) summary", new() { HasTextString = "Dépublier" }).ClickAsync();
        await card.Locator("button[value=depublier]").ClickAsync();
        await moderator.Sees("Écrivez le motif de la dépublication");
        await card.Locator("[name=raison]").FillAsync("Une personne est nommée.");
        await card.Locator("button[value=depublier]").ClickAsync();
        await moderator.Sees("dépubliée ; ses signalements sont classés.");
        Assert.Equal(0, await moderator.Page.Locator($"a[href='/experiences/{id}']").CountAsync());

        await IsGone(visitor, $"/experiences/{id}");
        foreach (var list in (string[])["/", "/experiences", "/experiences?structure=caf-gironde", "/experiences?reponse=attente", "/experiences?ressenti=negatif"])
        {
            await visitor.Opens(list);
            Assert.Equal(0, await visitor.Page.GetByText(Title).CountAsync());
        }

        Assert.Equal(404, await visitor.StatusOf($"/experiences/{id}/signaler"));
    }

    [Fact]
    public async Task Reports_are_closed_without_more_and_agents_never_hear_of_them()
    {
        const string Title = "Un récit que quelqu’un conteste";
        var id = await platform.Published(Title, "caf-gironde");
        var visitor = await platform.Person(javaScript: false);
        await visitor.Awaits($"/experiences?structure=caf-gironde", Title);
        await visitor.Opens($"/experiences/{id}/signaler");
        await visitor.Page.Locator("[name=motif][value=untrue]").CheckAsync();
        await visitor.Presses("Envoyer le signalement");
        await visitor.Sees("Merci, votre signalement est transmis");

        var moderator = await platform.Person(javaScript: false);
        await moderator.SignsInAs(Theo, "/moderation/signalements");
        await moderator.Awaits("/moderation/signalements", Title);
        await moderator.Page.Locator($"article:has(a[href='/experiences/{id}']) summary", new() { HasTextString = "Classer sans suite" }).ClickAsync();
        var form = moderator.Page.Locator($"form[action$='{id}']:has([name=note])");
        await form.Locator("[name=note]").FillAsync("Un désaccord, pas une infraction.");
        await form.Locator("button").ClickAsync();
        await moderator.Sees("signalements classés sans suite ; l’expérience reste publique.");
        await moderator.Opens($"/moderation/{id}");
        await moderator.Sees("Un désaccord, pas une infraction.");

        var agent = await platform.Agent("dev-caf-agent", id);
        Assert.Equal(0, await agent.Page.GetByText("ignalement").CountAsync());
        Assert.Equal(404, await agent.StatusOf("/moderation/signalements"));
    }

    private static async Task IsGone(Person visitor, string path)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (await visitor.StatusOf(path) != 404)
        {
            patience.Token.ThrowIfCancellationRequested();
            await visitor.Page.WaitForTimeoutAsync(200);
        }
    }

    private async Task Looks(string path, string name, string? subject = null)
    {
        var person = await platform.Person();
        if (subject is not null) await person.SignsInAs(subject, "/moderation");
        await person.Opens(path);
        await person.Looks(name);
        await person.Page.Context.CloseAsync();
    }
}
