using SpPlus.Contracts.Accounts;
using SpPlus.Standalone.Check;
using SpPlus.Tests.Infrastructure;
using SpPlus.Tests.Limits;
using SpPlus.Tests.Web.Restart;
using Xunit;

namespace SpPlus.Tests.Web.Away;

/// <summary>Redis is stopped under a web that has its keys.</summary>
public sealed class RedisAwayTests(SharedSilo shared) : IClassFixture<SharedSilo>
{
    [Fact]
    public async Task Whoever_is_signed_in_goes_on_and_whoever_signs_in_may_and_forms_are_taken()
    {
        var agent = await shared.Silo.Account(Profile.Agent, "caf-gironde");
        var one = await shared.Published("caf-gironde");
        await shared.Silo.Projected();
        await using var redis = new RedisUnderTest();
        await using var web = await WholeWeb.Start(shared.Silo, redis);
        using var before = await SignedIn(web, agent);
        await before.OpenAsync($"/agents/experiences/{one.Id}", CancellationToken.None);

        await redis.Stop();
        using var after = await SignedIn(web, agent);
        foreach (var (person, words) in (List<(Browser, string)>)[(before, "Qui l’a vu ?"), (after, "Moi.")])
        {
            await person.OpenAsync("/agents", CancellationToken.None);
            await person.OpenAsync($"/agents/experiences/{one.Id}", CancellationToken.None);
            person.Fill("commentaire", words);
            await person.PressAsync("form[action$='/commentaire'] button", CancellationToken.None);
        }

        Assert.Equal(["Qui l’a vu ?", "Moi."], (await one.Grain.View(agent))!.Comments.Select(c => c.Text));
        using var visitor = new Browser(web.Address);
        foreach (var page in (string[])["/", "/experiences", $"/experiences/{one.Id}", "/partager", "/suivi"]) await visitor.OpenAsync(page, CancellationToken.None);
        await visitor.OpenAsync($"/experiences/{one.Id}/signaler", CancellationToken.None);
        visitor.Fill("motif", "personal-data");
        await visitor.PressAsync("form[action$='/signaler'] button.govuk-button", CancellationToken.None);
        Assert.EndsWith("/merci", visitor.Address.AbsolutePath, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_web_that_starts_without_Redis_lets_people_read_and_begin_to_share()
    {
        var one = await shared.Published("caf-gironde");
        await shared.Silo.Projected();
        await using var redis = new RedisUnderTest();
        await redis.Stop();
        await using var web = await WholeWeb.Start(shared.Silo, redis);
        using var visitor = new Browser(web.Address);
        foreach (var page in (string[])["/", "/experiences", $"/experiences/{one.Id}", "/partager?service=caf-gironde", "/suivi"]) await visitor.OpenAsync(page, CancellationToken.None);
    }

    private static async Task<Browser> SignedIn(WholeWeb web, Caller caller)
    {
        var person = new Browser(web.Address);
        await person.AnswerAsync($"/entrer/{caller.Subject}", CancellationToken.None);
        return person;
    }
}
