using SpPlus.ServiceDefaults;
using SpPlus.Web.Agents;
using SpPlus.Web.Errors;
using SpPlus.Web.Experiences;
using SpPlus.Web.Faq;
using SpPlus.Web.Home;
using SpPlus.Web.Hosting;
using SpPlus.Web.Moderation;
using SpPlus.Web.SignIn;

namespace SpPlus.Web;

/// <summary>The web, so that a process of its own, or one it shares with a silo, can host it.</summary>
public static class SpPlusWeb
{
    /// <summary>Everything but the Orleans client: a process that also hosts the silo already has one.</summary>
    public static IHostApplicationBuilder AddSpPlusWeb(this IHostApplicationBuilder builder)
    {
        builder.AddPages();
        builder.AddSharedKeys();
        builder.AddPublicCache();
        builder.AddSignIn();
        builder.AddExperiences();
        builder.AddAgents();
        return builder;
    }

    /// <summary>The cluster's client, found through Redis.</summary>
    public static IHostApplicationBuilder AddSpPlusClient(this IHostApplicationBuilder builder)
    {
        builder.AddSpPlusDatabase();
        builder.AddSpPlusRedis();
        builder.UseOrleansClient(client =>
        {
            client.AddActivityPropagation();
            client.UseConnectionRetryFilter(ClusterPatience.Retry);
        });
        return builder;
    }

    public static WebApplication MapSpPlusWeb(this WebApplication app)
    {
        app.UseErrorPages();
        app.UseSecurityHeaders();
        app.UseTheme();
        app.UseRequestLocalization();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseOutputCache();
        app.MapHome();
        app.MapFaq();
        app.MapAgents();
        app.MapModeration();
        app.MapSignIn();
        app.MapLanguage();
        return app;
    }
}
