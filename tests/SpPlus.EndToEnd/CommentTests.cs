using Microsoft.Playwright;
using SpPlus.EndToEnd.Infrastructure;
using Xunit;

namespace SpPlus.EndToEnd;

/// <summary>The agents' thread and what is kept of all that happened (COMM-1, AUD-1), without JavaScript.</summary>
[Collection(PlatformCollection.Name)]
public sealed class CommentTests(Platform platform)
{
    [Fact]
    public async Task Somebody_is_told_sees_what_is_new_and_the_DITP_hides_words_that_should_not_be_there()
    {
        var id = await platform.Published("Le courrier ouvert par un voisin", "caf-gironde", "cpam-gironde");
        var agent = await platform.Agent("dev-caf-agent", id);
        await agent.Fills("commentaire", "Le dossier de M. Exemple est chez vous ?");
        await agent.Page.GetByText("Prévenir…").ClickAsync();
        await agent.Page.GetByLabel("CPAM de la Gironde", new() { Exact = true }).CheckAsync();
        await agent.Presses("Commenter");
        await agent.Sees("Passages à relire dans votre commentaire : 1");
        await Assertions.Expect(agent.Page.Locator("#repere-1")).ToContainTextAsync("M. Exemple");
        await Assertions.Expect(agent.Page.Locator("[name=commentaire]")).ToHaveValueAsync("Le dossier de M. Exemple est chez vous ?");
        await agent.Looks("commentaire-donnees-personnelles-1280");
        await agent.Page.SetViewportSizeAsync(390, 844);
        await agent.Photographs("commentaire-donnees-personnelles-390");
        await agent.Page.SetViewportSizeAsync(1280, 900);
        await agent.Presses("Publier quand même");
        await agent.Sees("Le commentaire est ajouté.");
        await Assertions.Expect(agent.Page.Locator(".sp-mention")).ToHaveTextAsync("@CPAM de la Gironde");
        Assert.Equal(0, await agent.Page.GetByText("Nouveau", new() { Exact = true }).CountAsync());

        var other = await platform.Person(javaScript: false);
        await other.SignsInAs("dev-cpam-agent");
        await other.Awaits("/agents/nouvelles", "Le courrier ouvert par un voisin");
        await other.Photographs("nouvelles-1280");
        await other.Page.GetByRole(AriaRole.Link, new() { Name = "Le courrier ouvert par un voisin" }).ClickAsync();
        await Assertions.Expect(other.Page.GetByText("Nouveau", new() { Exact = true })).ToBeVisibleAsync();
        await other.Photographs("commentaires-nouveau-1280");
        await other.Opens($"/agents/experiences/{id}");
        Assert.Equal(0, await other.Page.GetByText("Nouveau", new() { Exact = true }).CountAsync());
        Assert.False(await other.Offers("Masquer le commentaire"));
        await other.Opens("/agents/nouvelles");
        var told = other.Page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "Le courrier ouvert par un voisin" });
        await Assertions.Expect(told).ToContainTextAsync("Votre structure est citée dans un commentaire");
        await Assertions.Expect(told).Not.ToContainTextAsync("Nouveau");

        var moderator = await platform.Agent("dev-ditp-moderation-1", id);
        await moderator.Page.GetByText("Masquer…").ClickAsync();
        await moderator.Presses("Masquer le commentaire");
        await moderator.Sees("Dites pourquoi ce commentaire est masqué");
        await moderator.Fills("masquer-1", "Un nom.");
        await moderator.Presses("Masquer le commentaire");
        await moderator.Sees("Le commentaire est masqué.");
        await other.Opens($"/agents/experiences/{id}");
        await other.Sees("Commentaire masqué par la DITP");
        Assert.Equal(0, await other.Page.GetByText("M. Exemple").CountAsync());
        await other.Sees("« Un nom. »");
    }

    [Fact]
    public async Task The_history_says_what_changed_and_is_filtered()
    {
        var id = await platform.Published("Deux adresses pour un seul foyer", "caf-gironde", "cpam-gironde");
        var agent = await platform.Agent("dev-caf-agent", id);
        await agent.Fills("texte", "Bonjour, nous vérifions votre adresse.");
        await agent.Presses("Enregistrer");
        await agent.Fills("texte", "Bonjour, nous avons corrigé votre adresse.");
        await agent.Presses("Enregistrer");
        await agent.Fills("commentaire", "C’est fait.");
        await agent.Presses("Commenter");
        await agent.Page.GetByText("Voir ce qui change").First.ClickAsync();
        await Assertions.Expect(agent.Page.Locator(".sp-history ins").First).ToContainTextAsync("avons corrigé");
        await agent.Page.Locator("select[name=historique]").SelectOptionAsync("commentaires");
        await agent.Presses("Filtrer l’historique");
        await Assertions.Expect(agent.Page.Locator(".sp-history > li")).ToHaveCountAsync(1);
        await agent.Page.Locator("select[name=historique]").SelectOptionAsync("reponses");
        await agent.Page.Locator("select[name=historique-structure]").SelectOptionAsync("caf-gironde");
        await agent.Presses("Filtrer l’historique");
        await Assertions.Expect(agent.Page.Locator(".sp-history > li")).ToHaveCountAsync(2);
        await agent.Photographs("historique-filtre-1280");

        var other = await platform.Agent("dev-cpam-agent", id);
        Assert.Equal(0, await other.Page.GetByText("Voir ce qui change").CountAsync());
    }

    [Fact]
    public async Task The_DITP_sees_what_moderation_changed_and_everybody_can_read_the_page()
    {
        var id = await platform.Shared("Madame Exemple m’a raccroché au nez", "caf-gironde");
        var moderator = await platform.Person();
        await moderator.SignsInAs("dev-ditp-moderation-1", $"/moderation/{id}");
        await moderator.Page.GetByText("Masquer ou modifier avant de publier").ClickAsync();
        await moderator.Fills("titre", "Une agente m’a raccroché au nez");
        await moderator.Fills("mots", "Nous avons retiré un nom.");
        await moderator.Presses("Publier après modération");
        await moderator.Sees("publiée après modération.");
        await moderator.Opens($"/agents/experiences/{id}");
        await moderator.Page.GetByText("Ce que la modération a changé").ClickAsync();
        await Assertions.Expect(moderator.Page.Locator("#moderation del").First).ToContainTextAsync("Madame");
        await moderator.Fills("commentaire", "Rien d’autre à retirer.");
        await moderator.Presses("Commenter");
        await moderator.Page.GetByText("Ce que la modération a changé").ClickAsync();
        await moderator.Page.GetByText("Masquer…").ClickAsync();
        await moderator.Looks("banc-ditp");
    }
}
