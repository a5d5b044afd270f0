using System.Net;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SpPlus.Contracts.Accounts;
using SpPlus.Tests.Infrastructure;
using SpPlus.Tests.Web;
using SpPlus.Web.Experiences;
using SpPlus.Web.Hosting;
using SpPlus.Web.Limits;
using SpPlus.Web.Submission;
using SpPlus.Web.Tracking;
using Xunit;

namespace SpPlus.Tests.Limits;

/// <summary>SUBMIT-5 over HTTP: whatever is refused, everything typed is in the answer where it can be.</summary>
public sealed class SubmissionLimitsTests(SharedSilo shared) : IClassFixture<SharedSilo>, IAsyncLifetime
{
    private const string Story = "J’ai signalé ma nouvelle adresse en ligne, et un courrier est parti à l’ancienne.";
    private readonly RedisUnderTest redis = new();
    private WebUnderTest web = null!;

    public async Task InitializeAsync()
    {
        var connection = await redis.Connection();
        web = await WebUnderTest.Start(
            build: builder =>
            {
                builder.Configuration.AddInMemoryCollection(
                    [new("Limits:Patience", "00:01:00"), new("Limits:Submission:PerClient", "2"), new("Limits:Author:PerClient", "1"), new("Limits:Author:Window", "00:00:30")]);
                builder.Services.AddSingleton(shared.Silo.Grains).AddSingleton(connection).AddSingleton(shared.Silo.Database);
                builder.AddExperiences();
                builder.AddLimits();
                builder.AddSubmission();
            },
            map: app =>
            {
                app.MapSubmission();
                app.MapTracking();
            });
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (!(await web.Client.GetStringAsync("/partager?service=caf-gironde", limit.Token)).Contains("Caf de la Gironde", StringComparison.Ordinal)) { }
    }

    public async Task DisposeAsync()
    {
        await web.DisposeAsync();
        await redis.DisposeAsync();
    }

    [Fact]
    public async Task Over_the_limit_the_page_holds_everything_typed_and_says_when_to_try_again()
    {
        for (var times = 0; times < 2; times++)
        {
            using var sent = await Send(Fields());
            Assert.Equal(HttpStatusCode.SeeOther, sent.StatusCode);
        }

        var fields = Fields();
        using var refused = await Send(fields);
        var page = WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync());

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value, TimeSpan.FromMinutes(9), TimeSpan.FromMinutes(10));
        Assert.Contains("Le vôtre est gardé ici : réessayez dans 10 minutes.", page, StringComparison.Ordinal);
        foreach (var (name, value) in fields.Where(f => f.Name is not ("etape" or "action" or "email")))
            Assert.Contains($"name=\"{name}\" value=\"{value}\"", page, StringComparison.Ordinal);
        Assert.Contains("autrice@exemple.fr", page, StringComparison.Ordinal);

        await redis.Stop();
        using var alone = await Send(fields);
        Assert.Equal(HttpStatusCode.SeeOther, alone.StatusCode);
        using var again = await Send(Fields());
        Assert.Equal(HttpStatusCode.TooManyRequests, again.StatusCode);
    }

    [Fact]
    public async Task Who_fills_the_hidden_field_is_told_and_loses_nothing()
    {
        var fields = Fields().Append(("site", "https://exemple.fr"));
        using var refused = await Send(fields);
        var page = WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync());

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("Un champ que personne ne voit a été rempli", page, StringComparison.Ordinal);
        Assert.Contains(Story, page, StringComparison.Ordinal);
        Assert.DoesNotContain("https://exemple.fr", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(10_001)]
    [InlineData(100_000)]
    public async Task A_story_that_is_far_too_long_is_given_back_whole(int length)
    {
        var story = string.Concat(Enumerable.Repeat("un mot ", (length / 7) + 1))[..length].Trim() + "FIN";
        using var refused = await Send(Fields(story));
        var page = WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync());

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains(story, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_no_form_of_ours_holds_is_refused_before_it_is_read_and_with_a_page()
    {
        using var large = await Send(Fields(new string('a', 1_100_000)));
        using var longField = await Send(Fields(new string('a', 300_000)));
        using var many = await Send(Fields().Concat(Enumerable.Range(0, PagesRegistration.MaximumFields).Select(i => ($"champ-{i}", "a"))));

        foreach (var answer in new[] { large, longField, many })
        {
            Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
            Assert.Contains("<h1", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_author_over_the_limit_keeps_what_they_wrote()
    {
        using var sent = await Send(Fields());
        var path = sent.Headers.Location!.ToString();
        (string, string)[] evaluation = [("structure", "caf-gironde"), ("version", "1"), ("utile", "oui"), ("mots", "Merci beaucoup.")];
        using var first = await web.Post(path + "/evaluer", evaluation);
        using var second = await web.Post(path + "/evaluer", evaluation);

        Assert.NotEqual(HttpStatusCode.TooManyRequests, first.StatusCode);
        Assert.Equal(HttpStatusCode.TooManyRequests, second.StatusCode);
        Assert.NotNull(second.Headers.RetryAfter);
        Assert.Contains("réessayez dans une minute", WebUtility.HtmlDecode(await second.Content.ReadAsStringAsync()), StringComparison.Ordinal);
    }

    private Task<HttpResponseMessage> Send(IEnumerable<(string Name, string Value)> fields) => web.Post("/partager", [.. fields]);

    private static (string Name, string Value)[] Fields(string story = Story) =>
    [
        ("etape", "4"), ("action", "envoyer"), ("cle", SubmissionKey.New()), ("service", "caf-gironde"), ("titre", "Deux fois la même démarche"), ("recit", story),
        ("jour", "24"), ("mois", "9"), ("annee", "2020"), ("pays", "BE"),
        ("ressenti", "Negative"), ("email", "autrice@exemple.fr"),
    ];
}
