using Microsoft.Playwright;
using SpPlus.EndToEnd.Infrastructure;
using Xunit;

namespace SpPlus.EndToEnd;

[Collection(PlatformCollection.Name)]
public sealed class AgentPagesTests(Platform platform)
{
    [Fact]
    public async Task Each_page_of_the_connected_space_is_readable_by_everybody()
    {
        var id = await platform.Published("Une adresse que personne ne retient", "caf-gironde", "drfip-gironde");
        var agent = await platform.Agent("dev-drfip-agent", id, javaScript: true);
        await Look(agent, "agents-a-traiter");
        await agent.Fills("texte", "Bonjour, c’est corrigé.");
        await agent.Presses("Voir l’aperçu");
        await Look(agent, "agents-apercu");
        var colleague = await platform.Agent("dev-drfip-super-agent", id);
        await colleague.Fills("texte", "Bonjour, nous vérifions.");
        await colleague.Presses("Enregistrer");
        await agent.Presses("Enregistrer");
        await agent.Sees("Quelqu’un a enregistré une autre version entre-temps.");
        await Look(agent, "agents-perimee");
        await agent.Fills("texte", "");
        await agent.Presses("Demander la validation");
        await agent.Sees("Écrivez le texte de la réponse");
        await Look(agent, "agents-refus");
        await agent.Fills("texte", "Bonjour, c’est corrigé.");
        await agent.Presses("Demander la validation");
        await agent.Sees("La validation est demandée.");

        var superAgent = await platform.Agent("dev-drfip-super-agent", id, javaScript: true);
        await Look(superAgent, "agents-a-valider");
        await superAgent.Presses("Publier la réponse");
        await superAgent.Sees("La réponse est publiée.");
        await Look(superAgent, "agents-publiee");

        var direct = await platform.Published("Une lettre sans signature", "cnaf", "cnam");
        var administrator = await platform.Agent("dev-cnaf-administrator", direct, javaScript: true);
        await administrator.Fills("cherche", "caf");
        await administrator.Presses("Chercher");
        await Look(administrator, "agents-recherche");
        foreach (var view in (string[])["a-traiter", "toutes", "non-concernees"])
        {
            await administrator.Opens("/agents?statut=" + view);
            await Look(administrator, "agents-boite-" + view);
        }
    }

    private static async Task Look(Person person, string name)
    {
        foreach (var (scheme, width) in ((ColorScheme, int)[])[(ColorScheme.Dark, 390), (ColorScheme.Light, 1280)])
        {
            await person.Page.EmulateMediaAsync(new() { ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce });
            await person.Page.SetViewportSizeAsync(width, 900);
            await person.Photographs($"{name}-{scheme}-{width}");
            await person.FindsNoBarrier();
        }

        await person.Page.SetViewportSizeAsync(320, 900);
        Assert.True(
            await person.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= document.documentElement.clientWidth"),
            name + " scrolls sideways at 320 px");
        await person.Page.SetViewportSizeAsync(1280, 900);
    }
}
