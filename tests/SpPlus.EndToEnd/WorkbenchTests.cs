using Microsoft.Playwright;
using SpPlus.EndToEnd.Infrastructure;
using Xunit;

namespace SpPlus.EndToEnd;

/// <summary>The agents' whole work on an experience, without JavaScript.</summary>
[Collection(PlatformCollection.Name)]
public sealed class WorkbenchTests(Platform platform)
{
    private static string? awaiting;

    [Fact]
    public async Task A_response_is_drafted_sent_back_validated_published_adopted_and_completed()
    {
        var id = await platform.Published("Un courrier parti à l’ancienne adresse", "caf-gironde", "cpam-gironde", "drfip-gironde");
        var agent = await platform.Agent("dev-caf-agent", id);
        await agent.Sees("Belgique");
        await agent.Fills("texte", "Bonjour, nous avons corrigé.");
        await agent.Presses("Voir l’aperçu");
        await agent.Sees("rien n’est encore enregistré");
        await Assertions.Expect(agent.Page.Locator("[aria-labelledby=apercu]")).ToContainTextAsync("nous avons corrigé");
        await agent.Photographs("banc-apercu-1280");
        await agent.Presses("Enregistrer");
        await agent.Sees("Le brouillon est enregistré.");
        await agent.Presses("Demander la validation");
        await agent.Sees("La validation est demandée.");

        var superAgent = await platform.Agent("dev-caf-super-agent", id);
        await superAgent.Photographs("banc-a-valider-1280");
        await superAgent.Presses("Renvoyer");
        await superAgent.Sees("Dites à la personne qui a écrit la réponse ce qui est à revoir");
        await superAgent.Fills("mot", "Dites depuis quand.");
        await superAgent.Presses("Renvoyer");
        await superAgent.Sees("La réponse est renvoyée à son auteur avec votre mot.");

        await agent.Opens($"/agents/experiences/{id}");
        await agent.Sees("Dites depuis quand.");
        await agent.Photographs("banc-renvoyee-1280");
        await agent.Fills("texte", "Bonjour, nous avons corrigé le 3 octobre.");
        await agent.Presses("Demander la validation");
        await superAgent.Opens($"/agents/experiences/{id}");
        await superAgent.Presses("Publier la réponse");
        await superAgent.Sees("La réponse est publiée.");
        await superAgent.Photographs("banc-publiee-1280");

        var adopter = await platform.Agent("dev-cpam-agent", id);
        await adopter.Photographs("banc-adopter-1280");
        await adopter.Presses("Adopter cette réponse");
        await adopter.Sees("La réponse est adoptée");

        var completer = await platform.Agent("dev-drfip-agent", id);
        await completer.HandsOver();
        await completer.Presses("Choisir Service des impôts des particuliers de Libourne");
        await completer.Presses("Remplacer par Service des impôts des particuliers de Libourne");
        await completer.Sees("La structure est remplacée.");
        await completer.Page.Locator("select[name=complete]").SelectOptionAsync("caf-gironde");
        await completer.Fills("texte", "Le service des impôts a corrigé aussi.");
        await completer.Presses("Demander la validation");
        var publisher = await platform.Agent("dev-drfip-super-agent", id);
        await publisher.Presses("Publier la réponse");
        await publisher.Sees("La réponse est publiée.");

        var reader = await platform.Person(javaScript: false);
        await reader.Opens($"/experiences/{id}");
        await reader.Sees("nous avons corrigé le 3 octobre");
        await reader.Sees("Le service des impôts a corrigé aussi.");
        await reader.Sees("Réponse commune");
        await reader.Sees("Adoptée par CPAM de la Gironde");
    }

    [Fact]
    public async Task Agents_comment_qualify_and_declare_themselves_not_concerned()
    {
        var id = await platform.Published("Personne ne décroche jamais", "caf-gironde", "cpam-gironde");
        var agent = await platform.Agent("dev-cpam-agent", id, width: 390);
        await agent.Fills("commentaire", "Nous ne tenons pas cet accueil.");
        await agent.Presses("Commenter");
        await agent.Sees("Le commentaire est ajouté.");
        await Unfolds(agent, "canaux");
        await agent.Page.Locator("[name='canal.phone']").SelectOptionAsync("3");
        await agent.Presses("Enregistrer : Moyens de contact");
        await agent.Sees("Les moyens de contact sont enregistrés.");
        await Unfolds(agent, "tags");
        await agent.Page.Locator("#tags select").First.SelectOptionAsync("1");
        await agent.Presses("Enregistrer : Tags généraux");
        await agent.Sees("Les tags généraux sont enregistrés.");
        await Unfolds(agent, "ameliorations");
        await agent.Fills("precisions", "Annoncer le temps d’attente.");
        await agent.Presses("Enregistrer : Améliorations");
        await agent.Sees("Les améliorations à considérer sont enregistrées.");
        await agent.Photographs("banc-qualifiee-390");
        await agent.HandsOver();
        await agent.Fills("motif", "Nous ne tenons pas cet accueil.");
        await agent.Presses("Déclarer non concernée");
        await agent.Sees("La structure est déclarée non concernée.");

        var last = await platform.Agent("dev-caf-agent", id);
        await last.HandsOver();
        await last.Sees("Vous êtes la dernière structure concernée");
        Assert.False(await last.Offers("Déclarer non concernée"));
    }

    [Theory]
    [InlineData("dev-caf-reader", new string[0])]
    [InlineData("dev-caf-agent", new[] { "Demander la validation", "Enregistrer", "Voir l’aperçu", "Commenter" })]
    [InlineData("dev-caf-super-agent", new[] { "Publier la réponse", "Renvoyer", "Enregistrer", "Voir l’aperçu", "Commenter" })]
    [InlineData("dev-cnaf-administrator", new[] { "Publier la réponse", "Renvoyer", "Enregistrer", "Voir l’aperçu", "Commenter" })]
    [InlineData("dev-ditp-moderation-1", new[] { "Commenter" })]
    public async Task Each_sees_the_actions_of_their_profile_and_no_other(string subject, string[] offered)
    {
        string[] all =
        [
            "Publier la réponse", "Demander la validation", "Renvoyer", "Enregistrer", "Voir l’aperçu", "Commenter", "Adopter cette réponse",
        ];
        var id = await Awaiting();
        var person = await platform.Agent(subject, id);
        await person.Photographs($"banc-{subject}-1280");
        var seen = new List<string>();
        foreach (var button in all)
            if (await person.Offers(button)) seen.Add(button);
        Assert.Equal(offered.Order(), seen.Order());

        var stranger = await platform.Person(javaScript: false);
        await stranger.SignsInAs("dev-drfip-agent");
        Assert.Equal(404, await stranger.StatusOf($"/agents/experiences/{id}"));
    }

    [Fact]
    public async Task The_workbench_is_worked_with_the_keyboard_alone()
    {
        var id = await platform.Published("Un rappel qui n’est jamais venu", "caf-gironde", "cpam-gironde");
        var agent = await platform.Agent("dev-caf-agent", id);
        await Reaches(agent, "textarea[name=texte]");
        await agent.Page.Keyboard.TypeAsync("Bonjour, nous vous rappelons demain.");
        await Reaches(agent, "button[formaction$='/validation']");
        await agent.Page.Keyboard.PressAsync("Enter");
        await agent.Sees("La validation est demandée.");
        await Reaches(agent, "#tags summary");
        await agent.Page.Keyboard.PressAsync("Enter");
        await Reaches(agent, "#tags select");
        await agent.Page.Keyboard.PressAsync("ArrowDown");
        await Reaches(agent, "#tags button");
        await agent.Page.Keyboard.PressAsync("Enter");
        await agent.Sees("Les tags généraux sont enregistrés.");
    }

    /// <summary>Tabs to it; each stop on the way shows where it is, and none holds.</summary>
    private static async Task Reaches(Person person, string target)
    {
        for (var stop = 0; stop < 120; stop++)
        {
            await person.Page.Keyboard.PressAsync("Tab");
            var focus = person.Page.Locator(":focus");
            if (await focus.CountAsync() == 0) continue;
            Assert.True(
                await focus.EvaluateAsync<bool>("e => ['outlineStyle', 'boxShadow'].some(p => getComputedStyle(e)[p] !== 'none') || e.matches('input') || e.closest('li') !== null"),
                $"Nothing shows the focus on {await focus.EvaluateAsync<string>("e => e.outerHTML.slice(0, 120)")}");
            if (await focus.EvaluateAsync<bool>("(e, target) => e.matches(target)", target)) return;
        }

        Assert.Fail($"{target} is not reached with the Tab key");
    }

    /// <summary>An experience whose first response awaits its validation: one for all the personas.</summary>
    private async Task<string> Awaiting()
    {
        if (awaiting is not null) return awaiting;
        var id = await platform.Published("Deux fois le même dossier demandé", "caf-gironde", "cpam-gironde");
        var agent = await platform.Agent("dev-caf-agent", id);
        await agent.Fills("texte", "Bonjour, une seule fois suffira.");
        await agent.Presses("Demander la validation");
        await agent.Sees("La validation est demandée.");
        return awaiting = id;
    }

    private static async Task Unfolds(Person person, string block)
    {
        if (await person.Page.Locator($"#{block}").GetAttributeAsync("open") is null) await person.Page.Locator($"#{block} > summary").ClickAsync();
    }
}
