using Microsoft.Playwright;
using SpPlus.EndToEnd.Infrastructure;
using Xunit;

namespace SpPlus.EndToEnd;

/// <summary>What the DITP, authors and structures do lately, at 400 % zoom and with the keyboard alone, with and without scripts.</summary>
[Collection(PlatformCollection.Name)]
public sealed class WithoutMouseTests(Platform platform)
{
    private const string Theo = "dev-ditp-moderation-1";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_desk_of_the_DITP(bool javaScript)
    {
        var title = $"Un récit contesté au guichet, {(javaScript ? "avec" : "sans")} script";
        var id = await platform.Published(title, "caf-gironde");
        var visitor = await platform.Person(javaScript);
        await visitor.Opens($"/experiences/{id}/signaler");
        await visitor.NeedsNoMouse("signaler");
        await visitor.Page.Locator("[name=motif][value=untrue]").CheckAsync();
        await visitor.Fills("mots", "Ce n’est pas ce qui s’est passé : https://exemple.fr/une-adresse-tres-longue-que-rien-ne-coupe-nulle-part-et-qui-continue");
        await visitor.Presses("Envoyer le signalement");
        await visitor.NeedsNoMouse("signaler-merci");

        var waiting = await platform.Shared("Mme Exemple conteste aussi " + title, "caf-gironde");
        var moderator = await platform.Person(javaScript);
        await moderator.SignsInAs(Theo, "/moderation");
        await moderator.NeedsNoMouse("moderation-file");
        await moderator.Opens($"/moderation/{waiting}");
        await moderator.Presses("Rejeter et dire pourquoi…");
        await moderator.NeedsNoMouse("moderation-rejet");
        await moderator.Awaits("/moderation/signalements", title);
        var folded = moderator.Page.Locator($"article:has(a[href='/experiences/{id}']) details:not([open]) > summary");
        while (await folded.CountAsync() > 0) await folded.First.ClickAsync();
        await moderator.NeedsNoMouse("signalements");
        await moderator.Page.Locator($"form[action$='{id}'] button[value=depublier]").ClickAsync();
        await moderator.Sees("Écrivez le motif de la dépublication");
        await moderator.NeedsNoMouse("signalements-refus");

        await moderator.Opens("/moderation/incidents");
        await moderator.NeedsNoMouse("incidents");
        await moderator.Opens($"/moderation/incidents/nouveau?experience={id}");
        await moderator.Fills("service", "caf gironde");
        await moderator.Button("chercher").ClickAsync();
        await moderator.NeedsNoMouse("incident-choisir");
        await moderator.Button("ecrire").ClickAsync();
        await moderator.Fills("titre", "Une panne");
        await moderator.Fills("texte", "Appelez le 06 12 34 56 78.");
        await moderator.Button("apercu").ClickAsync();
        await moderator.NeedsNoMouse("incident-ecrire");
        await moderator.Fills("texte", "Le service est rétabli.");
        await moderator.Button("apercu").ClickAsync();
        await moderator.Sees("Ce que liront son auteur et le public");
        await moderator.NeedsNoMouse("incident-apercu");
        foreach (var person in new[] { visitor, moderator }) await person.Page.Context.CloseAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Improvement_actions(bool javaScript)
    {
        var id = await platform.Published("Un guichet sans rampe", "caf-gironde");
        var agent = await platform.Agent("dev-caf-super-agent", id, javaScript);
        await agent.Page.GetByRole(AriaRole.Link, new() { Name = "Nouvelle action" }).ClickAsync();
        await agent.Arrives(url => url.AbsolutePath == "/agents/actions/nouvelle");
        await agent.Fills("titre", "Non");
        await agent.Fills("texte", "Appelez le 06 12 34 56 78 pour qu’une rampe soit posée.");
        await agent.Presses("Publier l’action");
        await agent.Sees("Écrivez au moins 5 caractères");
        await agent.NeedsNoMouse("action-nouvelle");
        await agent.Fills("titre", "Poser une rampe d’accès à chaque entrée");
        await agent.Fills("texte", "Une rampe est posée à chaque entrée du bâtiment.");
        await agent.Presses("Publier l’action");
        await agent.Arrives(url => url.Query.Contains("fait=publication", StringComparison.Ordinal));
        var action = new Uri(agent.Page.Url).AbsolutePath.Split('/')[^1];
        await agent.NeedsNoMouse("action-agents");
        await agent.Awaits("/agents/actions", "Poser une rampe");
        await agent.NeedsNoMouse("actions-agents");
        await agent.Opens($"/agents/actions?structure=caf-gironde&experience={await platform.Published("Une porte trop lourde", "caf-gironde")}");
        await agent.NeedsNoMouse("actions-agents-relier");

        var reader = await platform.Person(javaScript);
        await reader.Awaits("/actions", "Poser une rampe");
        await reader.NeedsNoMouse("actions");
        await reader.Opens("/actions?cherche=caf");
        await reader.NeedsNoMouse("actions-recherche");
        await reader.Opens($"/actions/{action}");
        await reader.NeedsNoMouse("action");
        foreach (var person in new[] { agent, reader }) await person.Page.Context.CloseAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_authors_own_pages(bool javaScript)
    {
        var author = await platform.Person(javaScript);
        await author.Shares("Une réponse que j’attendais", ["hors-structures"], new string('a', 30) + " " + new string('b', 30), "autrice@exemple.fr");
        var tracking = new Uri(author.Page.Url).AbsolutePath;
        await author.NeedsNoMouse("suivi-recu");
        await platform.Publishes(tracking.Split('/')[2]);
        var steward = await platform.Agent(Theo, tracking.Split('/')[2]);
        await steward.Fills("texte", "Votre dossier est traité.");
        await steward.Posts("publication");

        await author.Opens(tracking);
        await author.Presses("Envoyer mon avis");
        await author.Sees("Dites si la réponse vous a été utile");
        await author.NeedsNoMouse("suivi-avis");
        await author.Opens(tracking + "/adresse");
        await author.Fills("email", "pas une adresse");
        await author.Presses("Enregistrer cette adresse");
        await author.NeedsNoMouse("suivi-adresse");
        foreach (var choice in (string[])["retirer", "effacer"])
        {
            await author.Opens($"{tracking}/{choice}");
            await author.NeedsNoMouse("suivi-" + choice);
        }

        await author.Opens("/suivi");
        await author.Presses("Recevoir mon lien");
        await author.NeedsNoMouse("lien-perdu");
        foreach (var person in new[] { author, steward }) await person.Page.Context.CloseAsync();
    }
}
