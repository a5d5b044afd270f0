using SpPlus.Contracts.ImprovementActions;
using SpPlus.Contracts.Structures;
using SpPlus.Web.Errors;
using SpPlus.Web.Hosting;
using SpPlus.Web.Reference;

namespace SpPlus.Web.ImprovementActions;

/// <summary>What everybody reads of improvement actions (ACT-1).</summary>
internal static class PublicActionEndpoints
{
    public static void MapPublicActions(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/actions", List).IsPublic();
        routes.MapGet("/actions/{id}", One).IsPublic();
    }

    private static async Task<IResult> List(string? structure, string? cherche, string? apres, PublicActions actions, ReferenceCache reference, CancellationToken cancellation)
    {
        StructureId? chosen = StructureId.TryParse(structure, out var id) && reference.Current.Structures.Contains(id) ? id : null;
        var search = cherche?.Trim() is { Length: > 0 and <= 200 } words ? words : null;
        var list = await actions.List(chosen, apres, cancellation);
        return Pages.Show<ActionListPage>(new { List = list, Structure = chosen, Search = search, IsFirst = string.IsNullOrEmpty(apres) });
    }

    private static async Task<IResult> One(string id, string? apres, PublicActions actions, CancellationToken cancellation) =>
        ImprovementActionId.TryParse(id, out var action) && await actions.Find(action, cancellation) is { } found
            ? Pages.Show<ActionPage>(new { Action = found, Experiences = await actions.Experiences(action, apres, cancellation), IsFirst = string.IsNullOrEmpty(apres) })
            : ErrorPages.NotFound;
}
