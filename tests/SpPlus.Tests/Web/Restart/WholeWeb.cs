using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SpPlus.Tests.Infrastructure;
using SpPlus.Tests.Limits;
using SpPlus.Web;

namespace SpPlus.Tests.Web.Restart;

/// <summary>The web as its process hosts it, on a silo of this process: it can end, and another one come at its address.</summary>
internal sealed class WholeWeb : IAsyncDisposable
{
    private readonly WebApplication app;

    private WholeWeb(WebApplication app) => this.app = app;

    public Uri Address => new(app.Urls.First());

    /// <param name="redis">Holds the keys of cookies and form tokens.</param>
    /// <param name="address">That of an earlier one, to take its place.</param>
    /// <param name="grains">The silo's own when null.</param>
    public static async Task<WholeWeb> Start(
        SiloUnderTest silo, RedisUnderTest redis, Uri? address = null, IGrainFactory? grains = null, params (string Key, string Value)[] settings)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(address?.ToString() ?? "http://127.0.0.1:0");
        builder.Configuration.AddInMemoryCollection([new("Limits:Submission:PerClient", "0"), .. settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value))]);
        builder.Services.AddSingleton(grains ?? silo.Grains).AddSingleton(silo.Database).AddSingleton(await redis.Connection());
        builder.AddSpPlusWeb();
        var app = builder.Build();
        app.MapSpPlusWeb();
        app.MapGet("/entrer/{subject}", WebUnderTest.Enter);
        await app.StartAsync();
        return new(app);
    }

    public async ValueTask DisposeAsync()
    {
        // Nobody is waited for.
        await app.StopAsync(new CancellationToken(canceled: true));
        await app.DisposeAsync();
    }
}
