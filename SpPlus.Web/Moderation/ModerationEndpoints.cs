using SpPlus.Contracts.Experiences;
using SpPlus.Web.Accounts;
using SpPlus.Web.Forms;

namespace SpPlus.Web.Moderation;

/// <summary>The DITP's desk (MOD-1, ROUTE-1). Whoever does not moderate is told that there is no such page.</summary>
internal static class ModerationEndpoints
{
    public static IHostApplicationBuilder AddModeration(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<ModerationQueues>();
        builder.Services.AddSingleton<ModerationDecisions>();
        builder.Services.AddSingleton<SimilarReader>();
        return builder;
    }

    public static void MapModeration(this IEndpointRouteBuilder routes)
    {
        var moderation = routes.MapGroup("/moderation").RequireSignIn();
        moderation.MapGet("", (HttpContext context, string? apres, string? fait, string? de, ModerationQueues queues) =>
            queues.Show(context, apres, Done.Of(fait, de)));
        moderation.MapGet("/file", (HttpContext context, string? ouverte, string? apres, ModerationQueues queues) => queues.Refresh(context, ouverte, apres));
        moderation.MapGet("/suivante", (HttpContext context, string? fait, string? de, ModerationQueues queues) =>
            queues.GoToNext(context, ExperienceId.TryParse(de, out var left) ? left : null, Done.Of(fait, de)));
        moderation.MapGet("/{id}", (HttpContext context, string id, string? fait, string? de, ModerationDecisions decisions) =>
            decisions.Show(context, id, Done.Of(fait, de)));
        moderation.MapPost("/{id}", (HttpContext context, string id, PostedForm form, ModerationDecisions decisions) =>
            decisions.Decide(context, id, form));
    }
}
