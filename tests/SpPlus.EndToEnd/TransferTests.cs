using Microsoft.Playwright;
using SpPlus.EndToEnd.Infrastructure;
using Xunit;

namespace SpPlus.EndToEnd;

/// <summary>An experience that is with the wrong structure (ROUTE-2 to ROUTE-7), without JavaScript.</summary>
[Collection(PlatformCollection.Name)]
public sealed class TransferTests(Platform platform)
{
    [Fact]
    public async Task Within_a_network_the_super_agents_above_refuse_then_accept()
    {
        const string Title = "Un avis d’imposition qui n’est pas le mien";
        var id = await platform.Published(Title, "sip-libourne");
        var agent = await platform.Agent("dev-sip-agent", id);
        await agent.Fills("texte", "Bonjour, nous vérifions.");
        await agent.Presses("Enregistrer");
        await agent.Sees("Le brouillon est enregistré.");
        await Asks(agent, "sip arcachon", "Service des impôts des particuliers d'Arcachon", "Cette commune dépend d’Arcachon.", "et à la DITP");
        await agent.Sees("La demande de transfert est envoyée.");
        await agent.Sees("Transfert demandé vers Service des impôts des particuliers d'Arcachon");
        Assert.False(await agent.Offers("Accepter le transfert"));
        await agent.Photographs("transfert-demande-1280");

        var superAgent = await platform.Person(javaScript: false);
        await superAgent.SignsInAs("dev-drfip-super-agent");
        await superAgent.Awaits("/agents/transferts", Title);
        await superAgent.Photographs("transferts-file-1280");
        await superAgent.Page.GetByRole(AriaRole.Link, new() { Name = "Voir " + Title }).ClickAsync();
        await superAgent.Page.GetByText("Refuser…").ClickAsync();
        await superAgent.Presses("Refuser le transfert");
        await superAgent.Sees("Dites à la structure qui a demandé le transfert pourquoi vous le refusez");
        await superAgent.Fills("refus", "La commune est bien dans votre ressort.");
        await superAgent.Presses("Refuser le transfert");
        await superAgent.Sees("Le transfert est refusé");

        await agent.Opens($"/agents/experiences/{id}");
        await agent.Sees("La commune est bien dans votre ressort.");
        await Asks(agent, "sip arcachon", "Service des impôts des particuliers d'Arcachon", "Le foyer a déménagé en mai.", "et à la DITP");
        await agent.Presses("Retirer la demande");
        await agent.Sees("La demande de transfert est retirée.");
        await Asks(agent, "sip arcachon", "Service des impôts des particuliers d'Arcachon", "Le foyer a déménagé en mai.", "et à la DITP");
        await superAgent.Awaits("/agents/transferts", Title);
        await superAgent.Presses($"Accepter le transfert vers Service des impôts des particuliers d'Arcachon, {Title}");
        await superAgent.Sees("Le transfert est accepté");
        Assert.EndsWith("/agents/transferts?fait=transfert-accepte", superAgent.Page.Url, StringComparison.Ordinal);
        await superAgent.Opens($"/agents/experiences/{id}");
        await superAgent.Page.GetByText("concernée du").ClickAsync();
        await superAgent.Sees("Bonjour, nous vérifions.");
        await superAgent.Photographs("transfert-accepte-1280");
        Assert.Equal(404, await agent.StatusOf($"/agents/experiences/{id}"));
    }

    [Fact]
    public async Task To_another_network_the_DITP_decides()
    {
        const string Title = "Une carte grise qui ne vient pas";
        var id = await platform.Published(Title, "caf-gironde");
        var agent = await platform.Agent("dev-caf-agent", id);
        await agent.HandsOver();
        await agent.Fills("cherche", "préfecture de la gironde");
        await agent.Presses("Chercher");
        await agent.Sees("Autre réseau : demande à la DITP");
        await agent.Presses("Choisir Préfecture de la Gironde");
        await agent.Presses("Envoyer la demande à la DITP");
        await agent.Sees("Dites en une phrase pourquoi cette structure est la bonne");
        await agent.Photographs("transfert-refus-1280");
        await agent.Fills("pourquoi", "Les cartes grises sont à la préfecture.");
        await agent.Presses("Envoyer la demande à la DITP");
        await agent.Sees("La demande de transfert est envoyée.");
        var superAgent = await platform.Agent("dev-caf-super-agent", id);
        Assert.False(await superAgent.Offers("Accepter le transfert"));
        await superAgent.Awaits("/agents/transferts", Title);
        await superAgent.Sees("Demandés par vos structures, décidés par d’autres");

        var moderator = await platform.Person(javaScript: false);
        await moderator.SignsInAs("dev-ditp-moderation-1", "/agents/transferts");
        await moderator.Page.GetByRole(AriaRole.Link, new() { Name = "Voir " + Title }).ClickAsync();
        await moderator.Presses("Accepter le transfert");
        await moderator.Sees("Le transfert est accepté");
        await Assertions.Expect(moderator.Page.Locator(".sp-stand")).ToContainTextAsync("Préfecture de la Gironde");
        Assert.Equal(404, await agent.StatusOf($"/agents/experiences/{id}"));
        Assert.Equal(404, await agent.StatusOf("/agents/transferts"));
        await agent.Awaits("/agents/nouvelles", "Transférée à Préfecture de la Gironde");
        await agent.Page.GetByRole(AriaRole.Link, new() { Name = Title }).First.ClickAsync();
        await agent.Arrives(address => address.AbsolutePath == $"/experiences/{id}");
    }

    [Fact]
    public async Task A_structure_below_replaces_at_once_and_the_search_goes_over_every_network()
    {
        var id = await platform.Published("Le guichet fermé sans prévenir", "cnaf");
        var administrator = await platform.Agent("dev-cnaf-administrator", id);
        await administrator.HandsOver();
        await administrator.Fills("cherche", "nulle part");
        await administrator.Presses("Chercher");
        await administrator.Sees("Aucune structure ne correspond");
        await administrator.Fills("cherche", "CAF gironde");
        await administrator.Presses("Chercher");
        await administrator.Sees("Rattachée à votre structure : remplacée aussitôt");
        await administrator.Presses("Choisir Caf de la Gironde");
        await administrator.Presses("Remplacer par Caf de la Gironde");
        await administrator.Sees("La structure est remplacée.");
    }

    [Fact]
    public async Task A_service_that_is_not_on_the_platform_is_answered_by_the_DITP()
    {
        var id = await platform.Published("Une plaque illisible devant la piscine", "caf-gironde");
        var agent = await platform.Agent("dev-caf-agent", id);
        await agent.HandsOver();
        await agent.Presses("Choisir Hors-structures");
        await agent.Fills("pourquoi", "La piscine est à la commune.");
        await agent.Presses("Envoyer la demande à la DITP");
        var moderator = await platform.Agent("dev-ditp-moderation-1", id);
        await moderator.Presses("Accepter le transfert");
        await moderator.Sees("Le transfert est accepté");
        await moderator.Fills("texte", "Bonjour, ce service n’est pas encore sur la plateforme.");
        await moderator.Presses("Publier la réponse");
        await moderator.Sees("La réponse est publiée.");
    }

    [Fact]
    public async Task Its_pages_are_readable_by_everybody()
    {
        var id = await platform.Published("Le dossier rendu au mauvais guichet", "caf-gironde", "cpam-gironde");
        var agent = await platform.Agent("dev-caf-agent", id, javaScript: true);
        await agent.HandsOver();
        await agent.Fills("cherche", "caf");
        await agent.Presses("Chercher");
        await agent.Looks("transfert-recherche");
        await agent.Page.GetByRole(AriaRole.Button, new() { Name = "Choisir" }).First.ClickAsync();
        await agent.Presses("Envoyer la demande");
        await agent.Looks("transfert-choix");
        await agent.Fills("pourquoi", "Le dossier est dans l’autre département.");
        await agent.Presses("Envoyer la demande");
        await agent.Sees("La demande de transfert est envoyée.");
        await agent.Looks("transfert-en-attente");
        var moderator = await platform.Agent("dev-ditp-moderation-1", id, javaScript: true);
        await moderator.Looks("transfert-a-trancher");
        await moderator.Awaits("/agents/transferts", "Le dossier rendu au mauvais guichet");
        await moderator.Looks("transferts-ditp");
        await moderator.Page.GetByRole(AriaRole.Article).Filter(new() { HasText = "Le dossier rendu au mauvais guichet" }).GetByRole(AriaRole.Button, new() { Name = "Accepter le transfert" }).ClickAsync();
        await moderator.Sees("Le transfert est accepté");
        await agent.Awaits("/agents/nouvelles", "Le dossier rendu au mauvais guichet");
        await agent.Looks("nouvelles");
    }

    private static async Task Asks(Person agent, string search, string structure, string why, string button)
    {
        await agent.HandsOver();
        await agent.Fills("cherche", search);
        await agent.Presses("Chercher");
        await agent.Presses("Choisir " + structure);
        await agent.Fills("pourquoi", why);
        await agent.Presses(button);
    }
}
