using SpPlus.Web.Experiences;
using SpPlus.Web.Hosting;

namespace SpPlus.Web.Home;

internal static class HomeEndpoints
{
    public static void MapHome(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/", async (PublicExperiences experiences, CancellationToken cancellation) =>
            Pages.Show<HomePage>(new { Newest = (await experiences.List(new() { Limit = 3 }, cancellation)).Items })).IsPublic();
        routes.MapGet("/comment-ca-marche", () => Pages.Show<HowItWorksPage>());
        foreach (var page in (ReadOnlySpan<string>)["accessibilite", "donnees-personnelles", "regles-de-moderation", "mentions-legales"])
            routes.MapGet("/" + page, () => Pages.Show<StatementPage>(new { Key = page }));
        routes.MapGet("/robots.txt", () => Results.Text("User-agent: *\nDisallow: /suivi/\nDisallow: /agents\nDisallow: /moderation\n"));
    }
}
