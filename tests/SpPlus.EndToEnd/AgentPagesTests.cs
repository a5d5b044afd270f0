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
        await agent.Looks("agents-a-traiter");
        await agent.Fills("texte", "Bonjour, c’est corrigé.");
        await agent.Presses("Voir l’aperçu");
        await agent.Looks("agents-apercu");
        var colleague = await platform.Agent("dev-drfip-super-agent", id);
        await colleague.Fills("texte", "Bonjour, nous vérifions.");
        await colleague.Presses("Enregistrer");
        await agent.Presses("Enregistrer");
        await agent.Sees("Quelqu’un a enregistré une autre version entre-temps.");
        await agent.Looks("agents-perimee");
        await agent.Fills("texte", "");
        await agent.Presses("Demander la validation");
        await agent.Sees("Écrivez le texte de la réponse");
        await agent.Looks("agents-refus");
        await agent.Fills("texte", "Bonjour, c’est corrigé.");
        await agent.Presses("Demander la validation");
        await agent.Sees("La validation est demandée.");

        var superAgent = await platform.Agent("dev-drfip-super-agent", id, javaScript: true);
        await superAgent.Looks("agents-a-valider");
        await superAgent.Presses("Publier la réponse");
        await superAgent.Sees("La réponse est publiée.");
        await superAgent.Looks("agents-publiee");

        var direct = await platform.Published("Une lettre sans signature", "cnaf", "cnam");
        var administrator = await platform.Agent("dev-cnaf-administrator", direct, javaScript: true);
        foreach (var view in (string[])["a-traiter", "toutes", "non-concernees"])
        {
            await administrator.Opens("/agents?statut=" + view);
            await administrator.Looks("agents-boite-" + view);
        }
    }
}
