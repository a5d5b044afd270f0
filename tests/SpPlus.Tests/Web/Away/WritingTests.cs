using SpPlus.Contracts.Experiences;
using SpPlus.Standalone.Check;
using SpPlus.Tests.Web.Restart;
using Xunit;

namespace SpPlus.Tests.Web.Away;

/// <summary>PostgreSQL is stopped under people who write: they are told, keep what they wrote, and send it again.</summary>
public sealed class WritingTests(StoppedPostgres platform) : IClassFixture<StoppedPostgres>
{
    private const string Story = "J’ai signalé ma nouvelle adresse, <b>deux fois</b>.\n\n  Puis rien n’est venu.";

    // A person who waits longer has gone.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task An_experience_that_is_shared()
    {
        using var author = await platform.Person();
        await Opens(author, "/partager?service=france-travail");
        await author.PressAsync("button[value=suite]", CancellationToken.None);
        (string, string)[] typed = [("titre", "Deux fois la même démarche"), ("recit", Story), ("jour", "24"), ("mois", "9"), ("annee", "2020"), ("departement", "33")];
        foreach (var (name, value) in typed) author.Fill(name, value);
        await author.PressAsync("button[value=suite]", CancellationToken.None);
        author.Fill("ressenti", "Neutral");
        await author.PressAsync("button[value=suite]", CancellationToken.None);
        author.Fill("email", "autrice@exemple.fr");

        await IsSentAgain(author, "form[action='/partager']", "button[value=envoyer]", [.. typed, ("ressenti", "Neutral"), ("email", "autrice@exemple.fr")]);
        var view = (await platform.Silo.Experience(ExperienceId.Parse(author.Address.AbsolutePath.Split('/')[2])).View(platform.Moderator))!;
        Assert.Equal(("Deux fois la même démarche", Story), (view.Title, view.Story));
    }

    [Fact]
    public async Task A_moderators_decision()
    {
        var one = await platform.Submitted();
        using var moderator = await platform.Person(platform.Moderator);
        await Opens(moderator, $"/moderation/{one.Id}");
        moderator.Fill("motif", "offensive");
        moderator.Fill("mots-rejet", "Des mots\nsur deux lignes");
        await IsSentAgain(moderator, $"form[action='/moderation/{one.Id}']", "button[value=rejeter]", [("motif", "offensive"), ("mots-rejet", "Des mots\nsur deux lignes")]);
        var view = (await one.Grain.View(platform.Moderator))!;
        Assert.Equal((ExperienceStatus.Rejected, "Des mots\nsur deux lignes"), (view.Status, view.ModerationWords));
    }

    [Fact]
    public async Task A_response_that_is_published_and_its_evaluation()
    {
        var one = await platform.Published();
        using var agent = await platform.Person(platform.Agent);
        await Opens(agent, $"/agents/experiences/{one.Id}");
        agent.Fill("texte", "Votre dossier est complet.\n\nIl part demain.");
        await IsSentAgain(agent, "form[action$='/publication'], form:has([name=texte])", "button[formaction$='/publication']", [("texte", "Votre dossier est complet.\n\nIl part demain.")]);
        Assert.NotNull(Assert.Single((await one.Grain.Track(one.Author))!.Structures).Response);

        using var author = await platform.Person();
        await Opens(author, $"/suivi/{one.Id}/{one.Token}");
        author.Fill("utile", "non");
        author.Fill("mots", "Il n’est\npas parti.");
        await IsSentAgain(author, "form[action$='/evaluer']", "form[action$='/evaluer'] button", [("utile", "non"), ("mots", "Il n’est\npas parti.")]);
        Assert.Equal("Il n’est\npas parti.", Assert.Single((await one.Grain.View(platform.Agent))!.Standings).Evaluation?.Words);
    }

    [Fact]
    public async Task A_comment()
    {
        var one = await platform.Published();
        using var agent = await platform.Person(platform.Agent);
        await Opens(agent, $"/agents/experiences/{one.Id}");
        agent.Fill("commentaire", "Qui l’a vu\npasser ?");
        await IsSentAgain(agent, "form[action$='/commentaire']", "form[action$='/commentaire'] button", [("commentaire", "Qui l’a vu\npasser ?")]);
        Assert.Equal("Qui l’a vu\npasser ?", Assert.Single((await one.Grain.View(platform.Agent))!.Comments).Text);
    }

    [Fact]
    public async Task A_report_and_a_new_address()
    {
        var one = await platform.Published();
        using var visitor = await platform.Person();
        await Opens(visitor, $"/experiences/{one.Id}/signaler");
        visitor.Fill("motif", "personal-data");
        visitor.Fill("mots", "On y lit\nun nom.");
        await IsSentAgain(visitor, "form[action$='/signaler']", "form[action$='/signaler'] button.govuk-button", [("motif", "personal-data"), ("mots", "On y lit\nun nom.")]);
        Assert.EndsWith("/merci", visitor.Address.AbsolutePath, StringComparison.Ordinal);

        await Opens(visitor, $"/suivi/{one.Id}/{one.Token}/adresse");
        visitor.Fill("email", "autre@exemple.fr");
        await IsSentAgain(visitor, "form[action$='/adresse']", "form[action$='/adresse'] button", [("email", "autre@exemple.fr")]);
    }

    [Fact]
    public async Task A_lost_link_and_an_improvement_action()
    {
        var one = await platform.Published();
        using var author = await platform.Person();
        await Opens(author, "/suivi");
        author.Fill("reference", one.Id.Value);
        author.Fill("email", "autrice@exemple.fr");
        await IsSentAgain(author, "form[action='/suivi']", "form[action='/suivi'] button", [("reference", one.Id.Value), ("email", "autrice@exemple.fr")]);

        using var agent = await platform.Person(platform.Agent);
        await Opens(agent, $"/agents/actions/nouvelle?experience={one.Id}");
        agent.Fill("titre", "Un seul guichet");
        agent.Fill("etat", "engagee");
        agent.Fill("prevue", "2030-03-01");
        agent.Fill("texte", "Nous ouvrons un seul guichet\ndans chacune de nos agences.");
        await IsSentAgain(agent, "form[action$='/nouvelle']", "form[action$='/nouvelle'] div > button.govuk-button", [("titre", "Un seul guichet"), ("texte", "Nous ouvrons un seul guichet\ndans chacune de nos agences.")]);
    }

    /// <summary>The form that the person sends is refused and still there; sent again when PostgreSQL is back, it is done.</summary>
    private async Task IsSentAgain(Browser person, string form, string button, (string, string)[] typed)
    {
        platform.Server.Stop();
        try
        {
            await person.IsRefused(button, 503).WaitAsync(Longest);
            await person.Keeps(form, typed);
            await person.IsRefused(ButtonOf(person), 503).WaitAsync(Longest);
            await person.Keeps(form, typed);
        }
        finally
        {
            await platform.Server.StartAgain();
        }

        while (!await IsDone(person, ButtonOf(person), form)) await person.Keeps(form, typed);

        string ButtonOf(Browser browser) => browser.Has(button) ? button : "main form button";
    }

    private static async Task<bool> IsDone(Browser person, string button, string form)
    {
        try
        {
            await person.PressAsync(button, CancellationToken.None);
            return true;
        }
        catch (CheckException refusal) when (refusal.Message.Contains(" answered 503", StringComparison.Ordinal))
        {
            // A connection of before was met with: when the form was sent, or when what comes after it was read.
            return !person.Has(form);
        }
    }

    private static async Task Opens(Browser person, string path)
    {
        while (true)
        {
            try
            {
                await person.OpenAsync(path, CancellationToken.None);
                return;
            }
            catch (CheckException absence) when (absence.Message.Contains(" answered 503", StringComparison.Ordinal))
            {
                // A connection of before was met with.
            }
        }
    }
}
