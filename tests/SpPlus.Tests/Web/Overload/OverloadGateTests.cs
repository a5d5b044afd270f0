using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using SpPlus.ServiceDefaults;
using SpPlus.Web.Forms;
using SpPlus.Web.Overload;
using Xunit;

namespace SpPlus.Tests.Web.Overload;

public sealed class OverloadGateTests : IAsyncLifetime
{
    private readonly FakeTimeProvider clock = new();
    private readonly TaskCompletionSource release = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly SemaphoreSlim begun = new(0);
    private WebUnderTest? web;

    private HttpClient Client => web!.Client;

    [Fact]
    public async Task Who_finds_too_many_others_is_told_at_once_and_when_to_come_back()
    {
        await Start(atOnce: 1, waiting: 0);
        var first = Client.GetAsync("/lent");
        await Begun();
        using var second = await Client.GetAsync("/lent");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, second.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(10), second.Headers.RetryAfter?.Delta);
        var page = await second.Content.ReadAsStringAsync();
        Assert.Contains("Beaucoup de monde en ce moment", page, StringComparison.Ordinal);
        Assert.Contains("</html>", page, StringComparison.Ordinal);
        release.SetResult();
        Assert.Equal(HttpStatusCode.OK, (await first).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await Client.GetAsync("/lent")).StatusCode);
    }

    [Fact]
    public async Task A_form_that_is_turned_away_did_nothing_and_its_page_says_that_reloading_sends_it()
    {
        await Start(atOnce: 1, waiting: 0);
        var first = Client.PostAsync("/lent", null);
        await Begun();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/partager/essai") { Content = new FormUrlEncodedContent([new("texte", "bonjour")]) };
        request.Headers.AcceptLanguage.ParseAdd("en");
        using var refused = await Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        Assert.Contains("your browser will send it again", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Empty(web!.Taken);
        release.SetResult();
        await first;
        await web.Post("/partager/essai", ("texte", "bonjour"));
        Assert.Equal(["bonjour"], web.Taken);
    }

    [Fact]
    public async Task A_program_that_is_turned_away_is_told_so_in_its_own_way()
    {
        await Start(atOnce: 1, waiting: 0);
        var first = Client.GetAsync("/lent");
        await Begun();
        using var refused = await Client.GetAsync("/api/v1/experiences");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(10), refused.Headers.RetryAfter?.Delta);
        Assert.Equal("application/problem+json", refused.Content.Headers.ContentType?.MediaType);
        Assert.Contains("\"status\":503", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        release.SetResult();
        await first;
    }

    [Fact]
    public async Task Who_has_waited_longest_gives_way_to_who_comes()
    {
        await Start(atOnce: 1, waiting: 1);
        var first = Client.GetAsync("/lent");
        await Begun();
        // Whichever of the two comes first to the gate, one of them is evicted by the other.
        var (one, other) = (Client.GetAsync("/lent"), Client.GetAsync("/lent"));
        var evicted = await Task.WhenAny(one, other);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await evicted).StatusCode);
        release.SetResult();
        Assert.Equal(HttpStatusCode.OK, (await first).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await (evicted == one ? other : one)).StatusCode);
    }

    [Fact]
    public async Task Reading_does_not_wait_for_writing_and_what_is_vital_for_neither()
    {
        await Start(atOnce: 1, waiting: 0);
        var writing = Client.PostAsync("/lent", null);
        await Begun();
        Assert.Equal(HttpStatusCode.NoContent, (await Client.GetAsync("/vite")).StatusCode);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await Client.PostAsync("/vite", null)).StatusCode);
        var reading = Client.GetAsync("/lent");
        await Begun();
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await Client.GetAsync("/vite")).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await Client.GetAsync("/vital")).StatusCode);
        release.SetResult();
        await Task.WhenAll(writing, reading);
    }

    [Fact]
    public async Task Who_leaves_while_waiting_leaves_no_turn_taken()
    {
        await Start(atOnce: 1, waiting: 5);
        var first = Client.GetAsync("/lent");
        await Begun();
        using (var gone = new CancellationTokenSource())
        {
            var leaving = Client.GetAsync("/lent", gone.Token);
            await gone.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => leaving);
        }

        release.SetResult();
        Assert.Equal(HttpStatusCode.OK, (await first).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await Client.GetAsync("/vite")).StatusCode);
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        release.TrySetResult();
        if (web is not null) await web.DisposeAsync();
        begun.Dispose();
    }

    private async Task Begun() => Assert.True(await begun.WaitAsync(TimeSpan.FromMinutes(1)));

    private async Task Start(int atOnce, int waiting)
    {
        web = await WebUnderTest.Start(
            configure: services =>
            {
                services.AddSingleton<TimeProvider>(clock);
                services.Configure<OverloadOptions>(options => (options.AtOnce, options.Waiting) = (atOnce, waiting));
            },
            map: app =>
            {
                app.MapMethods("/lent", [HttpMethods.Get, HttpMethods.Post], async () =>
                {
                    begun.Release();
                    await release.Task;
                    return Results.Ok();
                }).FormsNeedNoToken();
                app.MapMethods("/vite", [HttpMethods.Get, HttpMethods.Post], () => Results.NoContent()).FormsNeedNoToken();
                app.MapGet("/vital", () => Results.NoContent()).IsNeverTurnedAway();
            });
    }
}
