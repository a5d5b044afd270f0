using SpPlus.Web.Hosting;

namespace SpPlus.Web.Faq;

internal static class FaqEndpoints
{
    public static void MapFaq(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/faq", (string? q) => Pages.Show<FaqPage>(new { Query = q }));
}
