using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using SpPlus.ServiceDefaults;
using SpPlus.Web.Hosting;

namespace SpPlus.Benchmarks.Load;

/// <summary>The cookie that signing in would leave, made with the web's own keys: what is measured begins after signing in.</summary>
internal sealed class SignIn : IDisposable
{
    private readonly IHost host;
    private readonly TicketDataFormat format;

    public SignIn(string redis)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration.AddInMemoryCollection([new("ConnectionStrings:redis", redis)]);
        builder.AddSpPlusRedis();
        builder.AddSharedKeys();
        host = builder.Build();
        format = new(host.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector(
            "Microsoft.AspNetCore.Authentication.Cookies.CookieAuthenticationMiddleware", CookieAuthenticationDefaults.AuthenticationScheme, "v2"));
    }

    public string Cookie(string subject, string name)
    {
        var identity = new ClaimsIdentity([new("sub", subject), new("name", name)], "OpenIdConnect", "name", "role");
        var now = TimeProvider.System.GetUtcNow();
        var properties = new AuthenticationProperties { IssuedUtc = now, ExpiresUtc = now.AddHours(10) };
        return "spplus.agent=" + format.Protect(new(new ClaimsPrincipal(identity), properties, CookieAuthenticationDefaults.AuthenticationScheme));
    }

    public void Dispose() => host.Dispose();
}
