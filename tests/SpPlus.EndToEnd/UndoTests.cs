using Microsoft.Playwright;
using SpPlus.EndToEnd.Infrastructure;
using Xunit;

namespace SpPlus.EndToEnd;

/// <summary>RESP-5: a response may be taken back until its window closes, from any page and by any agent who may publish.</summary>
[Collection(PatientPlatformCollection.Name)]
public sealed class UndoTests(PatientPlatform platform)
{
    private const string Email = "reprise@exemple.fr";

    [Fact]
    public async Task A_response_is_taken_back_corrected_and_public_once_its_window_has_closed()
    {
        var author = await platform.Person(javaScript: false);
        await author.Shares("Une pièce demandée deux fois", ["caf-gironde"], address: Email);
        var id = new Uri(author.Page.Url).AbsolutePath.Split('/')[2];
        await platform.Publishes(id);
        var agent = await platform.Agent("dev-caf-agent", id);
        await agent.Fills("texte", "Nous avons bien vos piéces.");
        await agent.Posts("validation");
        var superAgent = await platform.Agent("dev-caf-super-agent", id, javaScript: true);
        await superAgent.Posts("publication");
        await superAgent.Sees("La publication est lancée.");
        await superAgent.Looks("banc-publication-lancee");

        await agent.Opens("/agents?statut=toutes");
        await agent.Sees("Une pièce demandée deux fois");
        Assert.False(await agent.Offers("Reprendre la réponse"));
        await superAgent.Opens("/agents?statut=toutes");
        await superAgent.Photographs("boite-reprise-1280");
        await superAgent.Presses("Reprendre la réponse");
        await superAgent.Sees("La réponse est reprise");
        Assert.Equal("Nous avons bien vos piéces.", (await superAgent.Page.Locator("[name=texte]").InputValueAsync()).Trim());

        await agent.Opens($"/agents/experiences/{id}");
        await agent.Fills("texte", "Nous avons bien vos pièces.");
        await agent.Posts("validation");
        await superAgent.Opens($"/agents/experiences/{id}");
        await superAgent.Posts("publication");
        Assert.Equal(2, (await platform.Mail.ToAsync(Email, 2, CancellationToken.None)).Count);
        var reader = await platform.Person(javaScript: false);
        await reader.Opens($"/experiences/{id}");
        await reader.Sees("Pas encore de réponse");

        await reader.Until($"/experiences/{id}", "Nous avons bien vos pièces.");
        Assert.Single((await platform.Mail.ToAsync(Email, 3, CancellationToken.None)).Skip(2));
        await agent.Opens($"/agents/experiences/{id}");
        Assert.False(await agent.Offers("Reprendre la réponse"));
        await agent.Sees("Modifier votre réponse publiée");
    }

    [Fact]
    public async Task One_key_takes_a_response_back_and_nothing_of_what_was_published_stays_in_the_tab()
    {
        const string Text = "Nous avons corrigé le rendez-vous.";
        var id = await platform.Published("Un rendez-vous noté deux fois", "caf-gironde");
        var writer = await platform.Agent("dev-caf-agent", id);
        await writer.Fills("texte", Text);
        await writer.Posts("validation");
        var agent = await platform.Agent("dev-caf-super-agent", id, javaScript: true);
        await agent.Page.RouteAsync("**/saisie", route => route.AbortAsync());
        await agent.Fills("texte", "Un autre texte");
        await agent.Fills("texte", Text);
        await Assertions.Expect(agent.Page.Locator(".state [data-kept]")).ToContainTextAsync("Pas encore gardé");
        await agent.Posts("publication");
        await Assertions.Expect(agent.Page.Locator("#editeur")).ToHaveCountAsync(0);
        await agent.Page.WaitForFunctionAsync("() => Object.keys(sessionStorage).every(key => !key.startsWith('saisie'))");

        await agent.Opens("/agents");
        await agent.Page.Keyboard.PressAsync("u");
        await agent.Sees("La réponse est reprise");
        await Assertions.Expect(agent.Page.Locator("[name=texte]")).ToHaveValueAsync(Text);
        foreach (var person in new[] { writer, agent }) await person.Page.Context.CloseAsync();
    }
}
