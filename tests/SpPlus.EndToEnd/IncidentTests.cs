using System.Globalization;
using SpPlus.EndToEnd.Infrastructure;
using Xunit;

namespace SpPlus.EndToEnd;

/// <summary>ROUTE-6: one standing response of the DITP for many experiences.</summary>
[Collection(PlatformCollection.Name)]
public sealed class IncidentTests(Platform platform)
{
    private const string Theo = "dev-ditp-moderation-1";
    private const string Answer = "Le service de prise de rendez-vous était en panne du 2 au 4 mars. Il est rétabli.";

    [Fact]
    public async Task Three_experiences_get_one_response_and_each_author_is_told_once()
    {
        var ids = new List<string>();
        for (var i = 1; i <= 3; i++) ids.Add(await Published(i));
        var moderator = await platform.Person(javaScript: false);
        await moderator.SignsInAs(Theo, "/moderation/incidents");
        await moderator.Sees("Aucun incident pour l’instant.");
        foreach (var id in ids) await moderator.Awaits($"/experiences?structure=cpam-gironde", Title(ids.IndexOf(id) + 1));
        await moderator.Opens("/moderation/incidents/nouveau");
        await moderator.Fills("q", "clepsydre");
        await moderator.Fills("service", "cpam gironde");
        await moderator.Button("chercher").ClickAsync();
        await moderator.Sees(Title(1));
        await moderator.Page.Locator("[name=structure][value=cpam-gironde]").CheckAsync();
        await moderator.Button("chercher").ClickAsync();
        await moderator.Sees(Title(3));
        await moderator.Photographs("incident-choisir-1280");
        await moderator.Button("tout").ClickAsync();
        await moderator.Sees("Expériences choisies : 3");
        await moderator.Button("ecrire").ClickAsync();
        await moderator.Fills("titre", "Non");
        await moderator.Fills("texte", Answer + " Appelez le 06 12 34 56 78.");
        await moderator.Button("apercu").ClickAsync();
        Assert.Contains("06 12 34 56 78", await moderator.Page.Locator("[name=texte]").InputValueAsync(), StringComparison.Ordinal);
        await moderator.Fills("titre", "Panne des rendez-vous");
        await moderator.Button("apercu").ClickAsync();
        await moderator.Sees("06 12 34 56 78");
        await moderator.Photographs("incident-reperes-1280");
        await moderator.Fills("texte", Answer);
        await moderator.Button("apercu").ClickAsync();
        await moderator.Sees("Ce que liront 3 auteurs et le public");
        await moderator.Photographs("incident-apercu-1280");
        await moderator.Button("ouvrir").ClickAsync();
        await moderator.Sees("L’incident est ouvert.");
        var incident = new Uri(moderator.Page.Url).AbsolutePath;
        await moderator.Awaits(incident, "Réponses envoyées : 3 sur 3");

        var visitor = await platform.Person(javaScript: false);
        using var mailbox = platform.Mail;
        foreach (var (id, number) in ids.Select((id, i) => (id, i + 1)))
        {
            await visitor.Awaits($"/experiences/{id}", Answer);
            await visitor.Sees("Hors-structures");
            await visitor.Sees("Pas encore de réponse");
            await visitor.Sees("Réponse partielle");
            var mails = await mailbox.ToAsync(Address(number), 3, CancellationToken.None);
            Assert.Single(mails, m => m.Subject.Contains("répondu", StringComparison.Ordinal));
            Assert.Equal(3, mails.Count);
        }

        await visitor.Photographs("incident-public-1280");
        await Looks("/moderation/incidents", "incidents");
        await Looks(incident, "incident");
        await Looks("/moderation/incidents/nouveau?experience=" + string.Join("&experience=", ids), "incident-nouveau");
        await Looks($"/moderation/{ids[0]}", "moderation-proches");
        var agent = await platform.Agent("dev-caf-agent", await platform.Published("Un récit sans incident", "caf-gironde"));
        foreach (var path in (string[])["/moderation/incidents", "/moderation/incidents/nouveau", incident]) Assert.Equal(404, await agent.StatusOf(path));
    }

    private static string Title(int number) => $"Rendez-vous impossible, clepsydre {number.ToString(CultureInfo.InvariantCulture)}";

    private static string Address(int number) => $"clepsydre{number.ToString(CultureInfo.InvariantCulture)}@exemple.fr";

    private async Task<string> Published(int number)
    {
        var author = await platform.Person(javaScript: false);
        await author.Shares(Title(number), ["cpam-gironde"], address: Address(number));
        var id = new Uri(author.Page.Url).AbsolutePath.Split('/')[2];
        await author.Page.Context.CloseAsync();
        await platform.Publishes(id);
        return id;
    }

    private async Task Looks(string path, string name)
    {
        var person = await platform.Person();
        await person.SignsInAs(Theo, "/moderation");
        await person.Opens(path);
        await person.Looks(name);
        await person.Page.Context.CloseAsync();
    }
}
