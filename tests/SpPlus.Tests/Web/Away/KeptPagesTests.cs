using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using SpPlus.Web.Hosting;
using Xunit;

namespace SpPlus.Tests.Web.Away;

/// <summary>What is kept of a public page, for whom, and how long; what it reads from is played.</summary>
public sealed class KeptPagesTests : IAsyncLifetime
{
    private const string Note = "Cette page est telle qu’elle a été lue il y a quelques minutes";
    private readonly FakeTimeProvider clock = new();
    private Func<CancellationToken, Task<string?>> read = Answers("d’abord");
    private WebUnderTest web = null!;

    public async Task InitializeAsync() => web = await Start();

    public async Task DisposeAsync() => await web.DisposeAsync();

    [Fact]
    public async Task A_page_that_was_read_is_shown_with_a_note_while_nothing_answers_and_anew_once_it_does()
    {
        Assert.Equal((HttpStatusCode.OK, "<main id=\"contenu\">d’abord personne</main>"), await Page());
        read = Away;
        var (status, kept) = await Page();
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.StartsWith("<main id=\"contenu\"><div", kept, StringComparison.Ordinal);
        Assert.Contains(Note, kept, StringComparison.Ordinal);
        Assert.EndsWith("</div>d’abord personne</main>", kept, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await Page("/page/jamais-lue")).Status);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await Page("/page/lue?autre=1")).Status);

        read = Answers("ensuite");
        Assert.Equal((HttpStatusCode.OK, "<main id=\"contenu\">ensuite personne</main>"), await Page());
    }

    [Fact]
    public async Task What_is_made_for_somebody_who_is_signed_in_is_kept_for_nobody_and_they_read_what_is_for_everybody()
    {
        await web.SignIn();
        Assert.Contains("d’abord Camille D.", (await Page("/page/a-moi")).Text, StringComparison.Ordinal);
        await using var other = await Start();
        Assert.Contains("d’abord personne", (await Page(client: other.Client)).Text, StringComparison.Ordinal);
        await other.SignIn();
        read = Away;
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await Page("/page/a-moi")).Status);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await Anonymous("/page/a-moi", "autre=c")).Status);
        Assert.Contains("d’abord personne", (await Page(client: other.Client)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_language_has_its_own_and_other_cookies_do_not_matter()
    {
        await Anonymous("/page/lue", "spplus.form=a");
        read = Away;
        Assert.Contains(Note, (await Anonymous("/page/lue", "spplus.form=b; autre=c")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await Anonymous("/page/lue", "spplus.langue=c%3Den%7Cuic%3Den")).Status);
        read = Answers("in English");
        await Anonymous("/page/lue", "spplus.langue=c%3Den%7Cuic%3Den");
        read = Away;
        var english = (await Anonymous("/page/lue", "spplus.langue=c%3Den%7Cuic%3Den")).Text;
        Assert.Contains("This page is as it was read a few minutes ago", english, StringComparison.Ordinal);
        Assert.Contains("in English", english, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_is_found_to_be_gone_is_not_shown_again_in_any_language()
    {
        await Page();
        await Anonymous("/page/lue", "spplus.langue=c%3Den%7Cuic%3Den");
        read = _ => Task.FromResult<string?>(null);
        Assert.Equal(HttpStatusCode.NotFound, (await Page()).Status);
        read = Away;
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await Page()).Status);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await Anonymous("/page/lue", "spplus.langue=c%3Den%7Cuic%3Den")).Status);
    }

    [Theory]
    [InlineData("PublicCache:KeptFor", "00:00:00")]
    [InlineData("PublicCache:KeptFor", "00:00:00.0000001")]
    public async Task What_is_older_than_it_may_be_is_not_shown(string key, string value)
    {
        await using var strict = await Start((key, value));
        await Page(client: strict.Client);
        read = Away;
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await Page(client: strict.Client)).Status);
    }

    [Fact]
    public async Task What_does_not_fit_in_the_memory_it_may_take_is_not_kept()
    {
        await using var small = await Start(("PublicCache:Megabytes", "1"));
        read = Answers(new('x', 1_100_000));
        await Page(client: small.Client);
        read = Away;
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await Page(client: small.Client)).Status);
    }

    [Fact]
    public async Task Where_nothing_answers_nor_refuses_one_reader_waits_and_the_others_read_what_is_kept()
    {
        await Page();
        var (asked, answer) = (Entered(), new TaskCompletionSource<string?>());
        read = async cancellation => (asked.TrySetResult(), await answer.Task.WaitAsync(cancellation)).Item2;
        var first = Page();
        await asked.Task;
        clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Contains(Note, (await first).Text, StringComparison.Ordinal);
        Assert.Contains(Note, (await Page()).Text, StringComparison.Ordinal);

        asked = Entered();
        clock.Advance(TimeSpan.FromSeconds(5));
        var probe = Page();
        await asked.Task;
        Assert.Contains(Note, (await Page()).Text, StringComparison.Ordinal);
        answer.SetResult("enfin");
        Assert.DoesNotContain(Note, (await probe).Text, StringComparison.Ordinal);
        read = Answers("ensuite");
        Assert.Contains("ensuite", (await Page()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nothing_answers_and_nothing_is_kept_it_is_said_after_a_while()
    {
        var asked = Entered();
        read = async cancellation =>
        {
            asked.TrySetResult();
            await new TaskCompletionSource().Task.WaitAsync(cancellation);
            return null;
        };
        var page = Page();
        await asked.Task;
        clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await page).Status);
    }

    [Fact]
    public async Task A_defect_is_not_covered_up_with_an_old_page()
    {
        await Page();
        read = _ => throw new InvalidOperationException("broken");
        Assert.Equal(HttpStatusCode.InternalServerError, (await Page()).Status);
    }

    private static Func<CancellationToken, Task<string?>> Answers(string words) => _ => Task.FromResult<string?>(words);

    private static Task<string?> Away(CancellationToken cancellation) => throw new Npgsql.NpgsqlException("away");

    private static TaskCompletionSource Entered() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private Task<WebUnderTest> Start(params (string Key, string Value)[] settings) => WebUnderTest.Start(
        configure: services => services.AddSingleton<TimeProvider>(clock),
        build: builder => builder.Configuration.AddInMemoryCollection(
            [new("PublicCache:FreshFor", "00:00:00.0000001"), .. settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value))]),
        map: app => app.MapGet("/page/{name}", async (HttpContext context, CancellationToken cancellation) =>
            await read(cancellation) is { } words
                ? Results.Content($"<main id=\"contenu\">{words} {context.User.Identity?.Name ?? "personne"}</main>", "text/html; charset=utf-8")
                : Results.NotFound()).IsPublic());

    private async Task<(HttpStatusCode Status, string Text)> Page(string path = "/page/lue", HttpClient? client = null)
    {
        using var answer = await (client ?? web.Client).GetAsync(path);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    private async Task<(HttpStatusCode Status, string Text)> Anonymous(string path, string cookies)
    {
        using var client = new HttpClient(new HttpClientHandler { UseCookies = false }) { BaseAddress = web.Client.BaseAddress };
        client.DefaultRequestHeaders.Add("Cookie", cookies);
        return await Page(path, client);
    }
}
