using Microsoft.Playwright;
using SpPlus.EndToEnd.Infrastructure;
using Xunit;

namespace SpPlus.EndToEnd;

/// <summary>ACT-1, EVAL-2: a structure commits itself in public, those it is due to are told once a state, and say whether it was true.</summary>
[Collection(PlatformCollection.Name)]
public sealed class ImprovementActionTests(Platform platform)
{
    private const string What = "Le message de confirmation nomme désormais chaque service prévenu, et donne le lien vers les autres.";

    [Theory]
    [InlineData(true, 1280)]
    [InlineData(false, 390)]
    public async Task An_action_tied_to_two_experiences_is_public_and_each_author_is_written_to_once_a_state(bool javaScript, int width)
    {
        var title = $"Dire qui est prévenu ({width})";
        var (one, two) = (await Author($"action-un-{width}@exemple.fr"), await Author($"action-deux-{width}@exemple.fr"));
        var agent = await platform.Agent("dev-caf-super-agent", one.Id, javaScript, width);
        await agent.Page.GetByRole(AriaRole.Link, new() { Name = "Nouvelle action" }).ClickAsync();
        await agent.Arrives(url => url.AbsolutePath == "/agents/actions/nouvelle");
        await agent.Fills("titre", "Non");
        await agent.Fills("texte", What);
        await agent.Presses("Publier l’action");
        await agent.Sees("Écrivez au moins 5 caractères");
        await agent.Looks("action-refusee");
        Assert.Equal(What, (await agent.Page.Locator("[name=texte]").InputValueAsync()).Trim());

        await agent.Fills("titre", title);
        await agent.Fills("cherche", two.Id);
        await agent.Presses("Chercher");
        await agent.Page.Locator($"input[name=experience][value='{two.Id}']").CheckAsync();
        Assert.True(await agent.Page.Locator($"input[name=experience][value='{one.Id}']").IsCheckedAsync());
        Assert.Equal(title, await agent.Page.Locator("[name=titre]").InputValueAsync());
        await agent.Looks("action-nouvelle");
        await agent.Presses("Publier l’action");
        await agent.Arrives(url => url.Query.Contains("fait=publication", StringComparison.Ordinal));
        await agent.Looks("action-agents");
        var action = new Uri(agent.Page.Url).AbsolutePath.Split('/')[^1];

        foreach (var author in (Tracked[])[one, two]) Assert.Contains(title, await author.Mail(3), StringComparison.Ordinal);
        var reader = await platform.Person(javaScript, width);
        await reader.Opens($"/actions/{action}");
        await reader.Sees("Expériences liées (2)");
        await reader.Looks("action-publique");
        await reader.Opens("/actions");
        await reader.Sees(title);
        await reader.Looks("actions");
        await reader.Opens($"/experiences/{one.Id}");
        await reader.Sees(title);
        await reader.Looks("action-experience");
        await agent.Opens($"/agents/experiences/{one.Id}");
        await agent.Sees(title);
        await agent.Looks("action-atelier");
        await agent.Opens("/agents/actions");
        await agent.Looks("action-liste");

        await agent.Opens($"/agents/actions/{action}");
        await agent.Fills("realisee-le", "2026-01-15");
        await agent.Presses("Marquer comme réalisée");
        await agent.Arrives(url => url.Query.Contains("fait=realisation", StringComparison.Ordinal));
        foreach (var author in (Tracked[])[one, two]) Assert.Contains("est réalisée", await author.Mail(4), StringComparison.Ordinal);

        var asked = await platform.Person(javaScript, width);
        await asked.Opens(one.Path);
        await asked.Looks("action-suivi");
        await asked.Presses("Envoyer ma réponse");
        await asked.Sees("Dites si c’est vrai pour vous");
        await asked.Page.Locator("[name=vrai][value=oui]").CheckAsync(new() { Force = true });
        await asked.Presses("Envoyer ma réponse");
        await asked.Sees("Vous avez répondu : c’est vrai pour moi");
        await asked.Looks("action-suivi-repondu");
        await agent.Awaits($"/agents/actions/{action}", "Oui : 1");
        await agent.Looks("action-agents-realisee");
        await reader.Awaits($"/actions/{action}", "Oui : 1");
        Assert.Equal((4, 4), (await one.Mails(), await two.Mails()));
    }

    [Fact]
    public async Task Two_who_change_one_action_at_once_both_keep_what_they_typed()
    {
        var id = await platform.Published("Une action que deux personnes écrivent", "caf-gironde");
        var (first, second) = (await platform.Agent("dev-caf-super-agent", id), await platform.Agent("dev-caf-super-agent", id));
        await first.Page.GetByRole(AriaRole.Link, new() { Name = "Nouvelle action" }).ClickAsync();
        await first.Arrives(url => url.AbsolutePath == "/agents/actions/nouvelle");
        await first.Fills("titre", "Un titre <script>alert('non')</script>");
        await first.Fills("texte", What);
        await first.Presses("Publier l’action");
        await first.Arrives(url => url.Query.Contains("fait=publication", StringComparison.Ordinal));
        var path = new Uri(first.Page.Url).AbsolutePath;
        await second.Opens(path);
        await first.Fills("texte", What + " Dès mars.");
        await first.Posts("modification");

        await second.Fills("texte", What + " Dès avril.");
        await second.Presses("Enregistrer le texte");
        await second.Sees("Quelqu’un a enregistré une autre version entre-temps");
        await second.Sees("Dès mars.");
        Assert.Equal(What + " Dès avril.", (await second.Page.Locator("[name=texte]").InputValueAsync()).Trim());
        await second.Photographs("action-perimee");
        await second.Posts("modification");
        await first.Opens($"/actions/{path.Split('/')[^1]}");
        await first.Sees("Dès avril.");
        await first.Sees("<script>alert('non')</script>");
    }

    [Fact]
    public async Task An_agent_whose_network_wants_validation_is_told_before_typing_and_a_reader_is_offered_nothing()
    {
        var id = await platform.Published("Une expérience sans action", "caf-gironde");
        var agent = await platform.Agent("dev-caf-agent", id);
        await agent.Opens($"/agents/actions/nouvelle?experience={id}");
        await agent.Sees("c’est le rôle d’un super agent");
        var reader = await platform.Person(javaScript: false);
        await reader.SignsInAs("dev-cpam-reader", "/agents/actions");
        Assert.Equal(0, await reader.Page.GetByText("Nouvelle action").CountAsync());
    }

    private async Task<Tracked> Author(string address)
    {
        var author = await platform.Person(javaScript: false);
        await author.Shares($"Un changement d’adresse ({address.Split('@')[0]})", ["caf-gironde"], address: address);
        var path = new Uri(author.Page.Url).AbsolutePath;
        var id = path.Split('/')[2];
        await platform.Publishes(id);
        var tracked = new Tracked(platform, id, path, address);
        await tracked.Mail(2);
        return tracked;
    }

    private sealed record Tracked(Platform Platform, string Id, string Path, string Address)
    {
        public async Task<string> Mail(int count)
        {
            using var mailbox = Platform.Mail;
            var mail = (await mailbox.ToAsync(Address, count, CancellationToken.None))[count - 1];
            return mail.Text;
        }

        public async Task<int> Mails()
        {
            using var mailbox = Platform.Mail;
            return (await mailbox.ToAsync(Address, 1, CancellationToken.None)).Count;
        }
    }
}
