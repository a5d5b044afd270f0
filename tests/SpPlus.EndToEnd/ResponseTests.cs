using Microsoft.Playwright;
using SpPlus.EndToEnd.Infrastructure;
using Xunit;

namespace SpPlus.EndToEnd;

/// <summary>What agents do with a response beside writing it: merge, promise, begin from a template, look for personal data, amend.</summary>
[Collection(PlatformCollection.Name)]
public sealed class ResponseTests(Platform platform)
{
    [Fact]
    public async Task Two_agents_of_one_structure_save_at_once_and_the_second_merges_without_losing_a_word()
    {
        var id = await platform.Published("Deux réponses pour un récit", "caf-gironde");
        var first = await platform.Agent("dev-caf-super-agent", id);
        var second = await platform.Agent("dev-caf-agent", id, javaScript: true);
        await first.Fills("texte", "Elle est gardée quatre-vingt-dix jours.");
        await second.Fills("texte", "Elle est gardée trois mois, sans rien redemander.");
        await first.Posts("brouillon");
        await second.Page.Locator("button", new() { HasText = "Enregistrer" }).First.ClickAsync();
        await second.Sees("Nadia L. a enregistré cette réponse avant vous");
        await Assertions.Expect(second.Page.Locator(".sp-merge .is-yours")).ToContainTextAsync("trois mois, sans rien redemander");
        await Assertions.Expect(second.Page.Locator(".sp-merge .box").Nth(1)).ToContainTextAsync("quatre-vingt-dix jours");
        await second.Looks("banc-fusion");

        await second.Presses("Partir de celui de Nadia L.");
        await Assertions.Expect(second.Page.Locator("[name=texte]")).ToHaveValueAsync("Elle est gardée quatre-vingt-dix jours.");
        await Assertions.Expect(second.Page.Locator(".sp-merge .is-yours")).ToContainTextAsync("trois mois");
        await second.Fills("texte", "Elle est gardée quatre-vingt-dix jours, sans rien redemander.");
        await second.Posts("brouillon");
        await first.Opens($"/agents/experiences/{id}");
        Assert.Equal("Elle est gardée quatre-vingt-dix jours, sans rien redemander.", (await first.Page.Locator("[name=texte]").InputValueAsync()).Trim());
    }

    [Fact]
    public async Task A_structure_says_what_it_will_do_and_who_does_it_and_begins_from_a_template()
    {
        var id = await platform.Published("Une attente sans nouvelles", "caf-gironde", "cpam-gironde");
        var agent = await platform.Agent("dev-cpam-agent", id);
        await agent.Page.GetByText("Annoncer une intention, confier la réponse").ClickAsync();
        await agent.Page.Locator("[name=intention]").SelectOptionAsync("Complement:caf-gironde");
        await agent.Posts("intention");
        await agent.Page.GetByText("Annoncer une intention, confier la réponse").ClickAsync();
        await agent.Page.Locator("[name=agent]").SelectOptionAsync("dev-cpam-agent");
        await agent.Posts("attribution");
        await agent.Sees("Confiée à vous");
        await agent.Fills("texte", "Bonjour à vous.");
        await agent.Page.GetByText("Commencer par un modèle").ClickAsync();
        await agent.Page.Locator("[name=modele]").SelectOptionAsync("recherche");
        await agent.Presses("Insérer le modèle");
        await Assertions.Expect(agent.Page.Locator("[name=texte]")).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("Bonjour à vous\\.\\s+Nous avons bien lu.*CPAM de la Gironde complétera"));

        var other = await platform.Agent("dev-caf-agent", id);
        await other.Sees("Complétera la réponse de CAF de la Gironde");
        Assert.Equal(0, await other.Page.GetByText("Confiée à").CountAsync());
    }

    [Fact]
    public async Task Personal_data_is_looked_at_before_publishing_and_an_amendment_is_said_to_the_public_and_to_who_adopted()
    {
        var id = await platform.Published("Un rendez-vous annulé la veille", "hors-structures", "caf-gironde");
        var steward = await platform.Person(javaScript: false);
        await steward.SignsInAs("dev-ditp-moderation-1", $"/agents/experiences/{id}");
        await steward.Fills("texte", "Appelez Mme Exemple au 06 12 34 56 78.");
        await steward.Presses("Publier la réponse");
        await steward.Sees("Passages à relire avant publication : 2");
        await steward.Photographs("banc-donnees-personnelles-1280");
        await steward.Page.Locator("[name=relu]").CheckAsync();
        await steward.Posts("publication");
        await steward.Sees("La réponse est publiée.");

        var adopter = await platform.Agent("dev-caf-agent", id);
        await adopter.Posts("adoption");
        await steward.Fills("texte", "Le service vous rappelle.");
        await steward.Posts("publication");
        await adopter.Opens($"/agents/experiences/{id}");
        await adopter.Sees("Cette réponse a été modifiée depuis que votre structure l’a adoptée");
        await adopter.Photographs("banc-adoption-a-confirmer-1280");
        var reader = await platform.Person(javaScript: false);
        await reader.Until($"/experiences/{id}", "Modifiée le");
        await reader.Sees("avait adopté la version du");
        await adopter.Presses("Confirmer l’adoption de la nouvelle version");
        await reader.Until($"/experiences/{id}", "Adoptée par CAF de la Gironde");
    }
}
