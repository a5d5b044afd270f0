using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SpPlus.Web;
using SpPlus.Web.Forms;
using SpPlus.Web.Hosting;
using SpPlus.Web.OpenData;
using SpPlus.Web.Overload;
using SpPlus.Web.SignIn;

namespace SpPlus.Tests.Web;

/// <summary>What every request goes through, the signing-in pages, and a few endpoints that do what tests need; no silo, no database.</summary>
internal sealed class WebUnderTest : IAsyncDisposable
{
    private readonly WebApplication app;

    private WebUnderTest(WebApplication app)
    {
        this.app = app;
        Client = new(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new(app.Urls.First()) };
    }

    public HttpClient Client { get; }

    /// <summary>The forms that reached their endpoint.</summary>
    public List<string> Taken { get; } = [];

    public static async Task<WebUnderTest> Start(
        string? authority = null, Action<IServiceCollection>? configure = null, Action<WebApplicationBuilder>? build = null, Action<WebApplication>? map = null)
    {
        var builder = WebApplication.CreateEmptyBuilder(new() { EnvironmentName = Environments.Development });
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRoutingCore().AddLogging();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Identity:Authority"] = authority, ["Identity:ClientId"] = "web", ["Identity:ClientSecret"] = "secret",
        });
        builder.AddPages();
        builder.AddOverload();
        builder.AddPublicCache();
        builder.AddOpenData();
        builder.AddSignIn();
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        configure?.Invoke(builder.Services);
        build?.Invoke(builder);
        var app = builder.Build();
        WebUnderTest? web = null;
        app.UsePages();
        app.MapSignIn();
        app.MapGet("/etat/{status:int}", (int status) => Results.StatusCode(status));
        app.MapGet("/casse", string () => throw new InvalidOperationException("broken"));
        app.MapGet("/absent", string () => throw new TimeoutException());
        app.MapGet("/entrer/{subject}", (HttpContext context, string subject) => Enter(context, subject));
        app.MapPost("/agents/essai", Take).FormsNeedSession();
        app.MapPost("/partager/essai", Take).FormsNeedNoToken();
        app.MapPost("/agents/casse", IResult (PostedForm _) => throw new TimeoutException()).FormsNeedSession();
        map?.Invoke(app);
        await app.StartAsync();
        return web = new(app);

        IResult Take(PostedForm form)
        {
            web!.Taken.Add(form["texte"] ?? "");
            return Pages.SeeOther("/fait");
        }
    }

    public Task<HttpResponseMessage> Post(string path, params (string Name, string Value)[] fields) =>
        Client.PostAsync(path, new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))));

    public Task<HttpResponseMessage> SignIn(string subject = "dev-agent") => Client.GetAsync($"/entrer/{subject}");

    /// <summary>Signs somebody in, as the identity provider's answer would.</summary>
    public static async Task<IResult> Enter(HttpContext context, string subject)
    {
        var properties = new AuthenticationProperties();
        properties.StoreTokens([new AuthenticationToken { Name = "id_token", Value = "le-jeton" }]);
        var identity = new ClaimsIdentity([new("sub", subject), new("name", "Camille D.")], "test", "name", "role");
        await context.SignInAsync(CookieAuthenticationDefaults.AuthenticationScheme, new(identity), properties);
        return Results.Ok();
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.DisposeAsync();
    }
}
