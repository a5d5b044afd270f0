using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;
using SpPlus.ServiceDefaults;
using Xunit;

namespace SpPlus.Tests.Stack;

public sealed class DrainTests
{
    private readonly FakeTimeProvider clock = new();

    [Fact]
    public async Task A_process_that_is_asked_to_end_is_not_ready_any_more_and_works_until_its_grace_is_over()
    {
        await using var app = await Start("00:00:05");
        using var client = new HttpClient { BaseAddress = new(app.Urls.First()) };
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/health")).StatusCode);

        var ending = End(app);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await client.GetAsync("/health")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/alive")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/travail")).StatusCode);
        Assert.False(ending.IsCompleted);

        while (!ending.IsCompleted)
        {
            clock.Advance(TimeSpan.FromSeconds(5));
            await Task.WhenAny(ending, Task.Delay(20));
        }

        await ending;
        await Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync("/travail"));
    }

    [Fact]
    public async Task Without_a_balancer_it_ends_at_once()
    {
        await using var app = await Start(grace: null);
        await End(app).WaitAsync(TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task What_it_does_after_the_grace_has_as_long_as_ever()
    {
        await using var app = await Start("00:01:30");
        var timeout = app.Services.GetRequiredService<Microsoft.Extensions.Options.IOptions<HostOptions>>().Value.ShutdownTimeout;
        Assert.Equal(new HostOptions().ShutdownTimeout + TimeSpan.FromSeconds(90), timeout);
    }

    private static Task End(WebApplication app)
    {
        var ending = app.WaitForShutdownAsync();
        app.Lifetime.StopApplication();
        return ending;
    }

    private async Task<WebApplication> Start(string? grace)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRoutingCore().AddLogging().AddSingleton<TimeProvider>(clock);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["Drain:Grace"] = grace });
        builder.AddServiceDefaults();
        var app = builder.Build();
        app.MapDefaultEndpoints();
        app.MapGet("/travail", () => Results.Ok());
        await app.StartAsync();
        return app;
    }
}
