using Microsoft.AspNetCore.ResponseCompression;
using SpPlus.ServiceDefaults;
using SpPlus.Web.Hosting;

namespace SpPlus.Web.OpenData;

/// <summary>The open data (PUB-2): what it is, and its files.</summary>
internal static class OpenDataEndpoints
{
    public const string Path = "/donnees-ouvertes";

    public static IHostApplicationBuilder AddOpenData(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<OpenDataReader>();
        builder.Services.AddSingleton<OpenDataFiles>();
        builder.Services.AddResponseCompression(options =>
        {
            // Nothing in these files is anybody's secret.
            options.EnableForHttps = true;
            options.Providers.Add<GzipCompressionProvider>();
            options.MimeTypes = ["text/csv", "application/jsonl"];
        });
        return builder;
    }

    public static WebApplication UseOpenData(this WebApplication app)
    {
        app.UseWhen(context => context.Request.Path.StartsWithSegments(Path), files => files.UseResponseCompression());
        return app;
    }

    public static void MapOpenData(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(Path, () => Pages.Show<OpenDataPage>()).IsPublic();
        // They have limits of their own, and last for as long as the reader takes.
        var files = routes.MapGroup(Path).IsNeverTurnedAway().AddEndpointFilter((invocation, next) =>
        {
            invocation.HttpContext.Response.Headers.AccessControlAllowOrigin = "*";
            return next(invocation);
        });
        files.MapGet("/experiences.csv", (HttpContext context, OpenDataFiles open) => open.Csv(context));
        files.MapGet("/experiences.jsonl", (HttpContext context, OpenDataFiles open) => open.JsonLines(context));
    }
}
