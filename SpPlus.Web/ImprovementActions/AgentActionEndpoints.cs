using SpPlus.Web.Accounts;
using SpPlus.Web.Forms;

namespace SpPlus.Web.ImprovementActions;

internal static class AgentActionEndpoints
{
    public static IHostApplicationBuilder AddImprovementActionPages(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<ImprovementActionGateway>();
        builder.Services.AddSingleton<PublicActions>();
        builder.Services.AddSingleton<ExperienceSearch>();
        builder.Services.AddSingleton<AgentActions>();
        return builder;
    }

    public static void MapAgentActions(this IEndpointRouteBuilder routes)
    {
        var actions = routes.MapGroup(AgentActions.Path).RequireSignIn();
        actions.MapGet("", (HttpContext context, string? structure, string? experience, string? apres, AgentActions page) => page.List(context, structure, experience, apres));
        actions.MapGet("/nouvelle", (HttpContext context, string? structure, string? experience, AgentActions page) => page.New(context, structure, experience));
        actions.MapPost("/nouvelle", (HttpContext context, PostedForm form, AgentActions page) => page.Publish(context, form));
        actions.MapGet("/{id}", (HttpContext context, string id, string? fait, AgentActions page) => page.Show(context, id, fait));
        actions.MapPost("/{id}/" + AgentActions.Amendment, (HttpContext context, string id, PostedForm form, AgentActions page) => page.Amend(context, id, form));
        actions.MapPost("/{id}/" + AgentActions.Completion, (HttpContext context, string id, PostedForm form, AgentActions page) => page.Complete(context, id, form));
        actions.MapPost("/{id}/" + AgentActions.Ties, (HttpContext context, string id, PostedForm form, AgentActions page) => page.Tie(context, id, form));
    }
}
