using SpPlus.Contracts.Experiences;
using SpPlus.Web.Errors;
using SpPlus.Web.Hosting;
using SpPlus.Web.ImprovementActions;
using SpPlus.Web.Reference;

namespace SpPlus.Web.Experiences;

/// <summary>What everybody reads (PUB-1).</summary>
internal static class ExperienceEndpoints
{
    public static void MapPublicExperiences(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/experiences", List).IsPublic();
        routes.MapGet("/experiences/{id}", One).IsPublic();
    }

    private static async Task<IResult> List(
        HttpContext context, string? apres, PublicExperiences experiences, ReferenceCache reference, CancellationToken cancellation)
    {
        var filters = PublicListFilters.Of(context.Request.Query, reference.Current);
        var list = await experiences.List(filters.Query(apres), cancellation);
        return Pages.Show<ExperienceListPage>(new { Filters = filters, List = list, IsFirst = string.IsNullOrEmpty(apres) });
    }

    private static async Task<IResult> One(string id, PublicExperiences experiences, PublicActions actions, CancellationToken cancellation) =>
        ExperienceId.TryParse(id, out var experience) && await experiences.Find(experience, cancellation) is { } found
            ? Pages.Show<ExperiencePage>(new { Experience = found, Actions = await actions.Of(experience, cancellation) })
            : ErrorPages.NotFound;
}
