using SpPlus.Benchmarks.Baselines;
using SpPlus.ServiceDefaults;
using SpPlus.Silo;
using SpPlus.Silo.Journal;
using SpPlus.Web;
using SpPlus.Web.Hosting;
using SpPlus.Web.SignIn;

namespace SpPlus.Benchmarks.Hosts;

/// <summary>The processes under test that are not the product's own programs, each configured by its environment.</summary>
internal static class BenchmarkHost
{
    public const string Cohosted = "cohosted";
    public const string Plain = "plain";
    public const string Relational = "relational";
    public const string Journal = "journal";
    public const string Broadcast = "broadcast";

    public static int Run(string name)
    {
        var builder = WebApplication.CreateBuilder();
        var app = name switch
        {
            Cohosted => Product(builder),
            Plain => Baseline<PlainExperiences>(builder),
            Relational => Baseline<RelationalExperiences>(builder),
            Journal => TheLimit(builder),
            Broadcast => TheFloor(builder),
            _ => throw new ArgumentException($"No host is called {name}.", nameof(name)),
        };
        app.Run();
        return 0;
    }

    /// <summary>Silo and web as they are, in one process.</summary>
    private static WebApplication Product(WebApplicationBuilder builder)
    {
        builder.AddServiceDefaults();
        builder.AddSpPlusSilo();
        builder.AddSpPlusWeb();
        var app = builder.Build();
        app.MapDefaultEndpoints();
        app.MapSpPlusWeb();
        app.MapInProcess<GrainCalls>();
        return app;
    }

    private static WebApplication Baseline<TBaseline>(WebApplicationBuilder builder) where TBaseline : class, IBaseline
    {
        builder.AddSpPlusDatabase();
        builder.AddSpPlusRedis();
        builder.AddPages();
        builder.AddSharedKeys();
        builder.AddSignIn();
        builder.Services.AddSingleton(ShippedBook.Read());
        builder.Services.AddSingleton<IBaseline, TBaseline>();
        var app = builder.Build();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapDefaultEndpoints();
        app.MapBaseline();
        return app;
    }

    private static WebApplication TheFloor(WebApplicationBuilder builder)
    {
        builder.Services.AddHealthChecks();
        var app = builder.Build();
        app.MapHealthChecks("/health");
        app.MapPlainBroadcast();
        return app;
    }

    private static WebApplication TheLimit(WebApplicationBuilder builder)
    {
        builder.AddSpPlusDatabase();
        builder.AddJournal();
        var app = builder.Build();
        app.MapDefaultEndpoints();
        app.MapInProcess<JournalAppends>();
        return app;
    }
}
