using SpPlus.Contracts.Experiences;
using SpPlus.Standalone.Check;
using SpPlus.Tests.Infrastructure;
using Xunit;

namespace SpPlus.Tests.Web.Restart;

/// <summary>The web ends while somebody shares an experience, and another takes its place: what is posted to it was made by the first.</summary>
public sealed class SharingOverRestartsTests(SharedSilo shared) : IClassFixture<SharedSilo>, IAsyncLifetime
{
    private const string Sharing = "form[action='/partager']";
    private const string Story = "J’ai signalé ma nouvelle adresse, <b>deux fois</b>.\n\n  Puis un courrier est parti à l’ancienne & rien n’est venu.";
    private RestartingWeb web = null!;

    public async Task InitializeAsync() => web = await RestartingWeb.Start(shared.Silo);

    public async Task DisposeAsync() => await web.DisposeAsync();

    [Fact]
    public async Task Each_step_of_sharing_is_posted_to_another_web_than_the_one_that_made_it()
    {
        using var author = new Browser(web.Address);
        var typed = new List<(string Name, string Value)> { ("campagne", "banniere") };
        await author.OpenAsync("/partager?campagne=banniere", CancellationToken.None);

        await Fills(("recherche", "caf gironde"));
        await Refused("suite");
        await Taken("chercher");
        typed.RemoveAll(field => field.Name == "recherche");
        await Fills(("service", "caf-gironde"), ("nesaitpas", "oui"));
        await Taken("suite");

        await Fills(("titre", "Bref"), ("recit", Story), ("jour", "24"), ("mois", "9"), ("annee", "2020"), ("departement", "33"), ("demarche", "Changement d’adresse"), ("pseudonyme", "Galet"));
        await Taken("apercu");
        await Refused("suite");
        await Repairs("titre", "Deux fois la même démarche");
        await Taken("suite");

        await Fills(("canal", "caf-gironde~phone"), ("avis~caf-gironde~phone", "Negative"));
        await Refused("suite");
        await Fills(("ressenti", "Neutral"));
        await Taken("suite");

        await Fills(("email", "pas une adresse"));
        await Refused("envoyer");
        await Repairs("email", "autrice@exemple.fr");
        await Taken("etape-2");
        await Taken("suite");
        await Taken("suite");
        await web.Replaced();
        await author.PressAsync("button[value=envoyer]", CancellationToken.None);

        var path = author.Address.AbsolutePath.Split('/');
        Assert.Equal("suivi", path[1]);
        var view = (await shared.Silo.Experience(ExperienceId.Parse(path[2])).View(shared.Moderator))!;
        Assert.Equal(("Deux fois la même démarche", Story, "Galet", "Changement d’adresse", "33", "banniere"), (view.Title, view.Story, view.Pseudonym, view.Procedure, view.Department, view.Campaign));
        Assert.Equal((new(2020, 9, 24), Feeling.Neutral), (view.ContactDate, view.Feeling));
        var channel = Assert.Single(Assert.Single(view.Services).Channels);
        Assert.Equal(("phone", Feeling.Negative), (channel.Channel, channel.Feeling));

        async Task Fills(params (string Name, string Value)[] fields)
        {
            foreach (var (name, value) in fields) author.Fill(name, value);
            typed.AddRange(fields);
            await author.Keeps(Sharing, typed);
        }

        Task Repairs(string name, string value)
        {
            typed.RemoveAll(field => field.Name == name);
            return Fills((name, value));
        }

        async Task Taken(string action)
        {
            await web.Replaced();
            await author.PressAsync($"{Sharing} button[value={action}]", CancellationToken.None);
            await author.Keeps(Sharing, typed);
        }

        async Task Refused(string action)
        {
            await web.Replaced();
            await author.IsRefused($"{Sharing} button[value={action}]", 422);
            await author.Keeps(Sharing, typed);
        }
    }

    [Fact]
    public async Task A_web_that_has_no_lists_yet_waits_for_them_and_drops_nothing_that_was_chosen()
    {
        using var author = await AtTheStory();
        var (grains, late) = LateReference.Before(shared.Silo.Grains);
        await web.Replaced(grains: grains);
        var pressed = author.PressAsync("button[value=suite]", CancellationToken.None);
        await late.AskedAgain;
        Assert.False(pressed.IsCompleted);

        late.Gives();
        await pressed;
        await author.Keeps(Sharing, [("service", "caf-gironde"), ("departement", "33"), ("recit", Story)]);
    }

    [Fact]
    public async Task A_web_that_gets_no_lists_says_so_and_holds_everything_typed()
    {
        using var author = await AtTheStory();
        await web.Replaced(grains: LateReference.Before(shared.Silo.Grains).Grains);
        await author.IsRefused("button[value=suite]", 503);
        await author.Keeps("main form", [("service", "caf-gironde"), ("departement", "33"), ("recit", Story), ("action", "suite")]);
    }

    private async Task<Browser> AtTheStory()
    {
        var author = new Browser(web.Address);
        await author.OpenAsync("/partager?service=caf-gironde", CancellationToken.None);
        await author.PressAsync("button[value=suite]", CancellationToken.None);
        foreach (var (name, value) in ((string, string)[])[("titre", "Deux fois la même démarche"), ("recit", Story), ("jour", "24"), ("mois", "9"), ("annee", "2020"), ("departement", "33")])
            author.Fill(name, value);
        return author;
    }
}
