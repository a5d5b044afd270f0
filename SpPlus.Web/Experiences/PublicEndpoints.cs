using SpPlus.Contracts.Experiences;
using SpPlus.Contracts.Structures;
using SpPlus.Web.Errors;
using SpPlus.Web.Hosting;

namespace SpPlus.Web.Experiences;

/// <summary>PUB-1: what everybody reads. A value that means nothing filters nothing.</summary>
internal static class PublicEndpoints
{
    public static void MapPublicExperiences(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/experiences", async (
            string? q, string? structure, string? departement, string? ressenti, string? reponse, string? apres,
            PublicExperiences experiences, CancellationToken cancellation) =>
        {
            var query = new PublicListQuery
            {
                Structure = StructureId.TryParse(structure, out var id) ? id : null,
                Department = departement is { Length: 2 or 3 } && departement.All(char.IsAsciiLetterOrDigit) ? departement : null,
                Feeling = Enum.TryParse<Feeling>(ressenti, out var feeling) && Enum.IsDefined(feeling) ? feeling : null,
                Answer = Enum.TryParse<AnswerStatus>(reponse, out var answer) && Enum.IsDefined(answer) ? answer : null,
                After = apres,
            };
            return Pages.Show<ExperienceListPage>(new { Query = query, Search = q, List = await experiences.List(query, cancellation) });
        }).CacheOutput(PublicCache.Policy);
        routes.MapGet("/experiences/{id}", async (string id, PublicExperiences experiences, CancellationToken cancellation) =>
            ExperienceId.TryParse(id, out var key) && await experiences.Find(key, cancellation) is { } found
                ? Pages.Show<ExperiencePage>(new { Experience = found })
                : ErrorPages.NotFound).CacheOutput(PublicCache.Policy);
    }
}
