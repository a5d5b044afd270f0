using Microsoft.Extensions.Diagnostics.HealthChecks;
using Orleans.Configuration;
using SpPlus.ServiceDefaults;
using SpPlus.Web.Agents;
using SpPlus.Web.Api;
using SpPlus.Web.Errors;
using SpPlus.Web.Experiences;
using SpPlus.Web.Faq;
using SpPlus.Web.Forms;
using SpPlus.Web.Home;
using SpPlus.Web.Hosting;
using SpPlus.Web.ImprovementActions;
using SpPlus.Web.Incidents;
using SpPlus.Web.Limits;
using SpPlus.Web.Live;
using SpPlus.Web.Mails;
using SpPlus.Web.Moderation;
using SpPlus.Web.OpenData;
using SpPlus.Web.Overload;
using SpPlus.Web.Reference;
using SpPlus.Web.Reports;
using SpPlus.Web.SignIn;
using SpPlus.Web.Submission;
using SpPlus.Web.Tracking;

namespace SpPlus.Web;

/// <summary>The web, so that a process of its own, or one it shares with a silo, can host it.</summary>
public static class SpPlusWeb
{
    /// <summary>Everything but the Orleans client: a process that also hosts the silo already has one.</summary>
    public static IHostApplicationBuilder AddSpPlusWeb(this IHostApplicationBuilder builder)
    {
        builder.AddPages();
        builder.AddOverload();
        builder.AddSharedKeys();
        builder.AddPublicCache();
        builder.AddSignIn();
        builder.AddExperiences();
        builder.AddLimits();
        builder.AddSubmission();
        builder.AddAgents();
        builder.AddLive();
        builder.AddModeration();
        builder.AddReports();
        builder.AddIncidents();
        builder.AddMailPages();
        builder.AddImprovementActionPages();
        builder.AddOpenData();
        builder.AddApi();
        return builder;
    }

    /// <summary>The cluster's client, found through Redis.</summary>
    public static IHostApplicationBuilder AddSpPlusClient(this IHostApplicationBuilder builder)
    {
        // Somebody waits for each connection. While PostgreSQL is away public pages are read, and whoever takes the webs that are not
        // ready out of service must not take them all.
        builder.AddSpPlusDatabase(defaults: "Timeout=5;", whileAway: HealthStatus.Degraded);
        builder.AddSpPlusRedis();
        builder.UseOrleansClient(client =>
        {
            client.AddActivityPropagation();
            // A command is asked twice before nobody knows: half a minute, and longer than the silo waits for a commit.
            client.Configure<ClientMessagingOptions>(messaging => messaging.ResponseTimeout = TimeSpan.FromSeconds(15));
            // A silo that has come back is found before the next one goes: by default a minute may pass, and a web that knows one silo only loses it.
            client.Configure<GatewayOptions>(gateways => gateways.GatewayListRefreshPeriod = TimeSpan.FromSeconds(3));
            client.UseConnectionRetryFilter(ClusterPatience.Retry);
        });
        return builder;
    }

    public static WebApplication MapSpPlusWeb(this WebApplication app)
    {
        app.UsePages();
        var pages = app.MapGroup("").AwaitReference();
        pages.MapHome();
        pages.MapFaq();
        pages.MapSubmission();
        pages.MapTracking();
        pages.MapPublicExperiences();
        pages.MapPublicActions();
        pages.MapOpenData();
        pages.MapApi();
        pages.MapAgents();
        pages.MapAgentActions();
        pages.MapLive();
        pages.MapModeration();
        pages.MapReports();
        pages.MapIncidents();
        pages.MapMails();
        pages.MapSignIn();
        pages.MapLanguage();
        return app;
    }

    /// <summary>What every request goes through before its endpoint, in this order.</summary>
    internal static WebApplication UsePages(this WebApplication app)
    {
        app.UseSecurityHeaders();
        // Before the rest: a page about an error is in the reader's language too.
        app.UseRequestLocalization();
        app.UseTheme();
        app.UseOverload();
        app.UseErrorPages();
        app.UseOpenData();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseFormGuard();
        app.UsePublicCache();
        return app;
    }
}
