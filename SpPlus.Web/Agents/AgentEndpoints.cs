using SpPlus.Web.Accounts;
using SpPlus.Web.Forms;

namespace SpPlus.Web.Agents;

internal static class AgentEndpoints
{
    public static IHostApplicationBuilder AddAgents(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<AgentExperiences>();
        builder.Services.AddSingleton<Inbox>();
        builder.Services.AddSingleton<BulkActions>();
        return builder;
    }

    public static void MapAgents(this IEndpointRouteBuilder routes)
    {
        var agents = routes.MapGroup("/agents").RequireSignIn();
        agents.MapGet("", (HttpContext context, Inbox inbox) => inbox.Show(context));
        agents.MapKeyboard();
        foreach (var change in Inbox.Changes)
            agents.MapPost("/filtres/" + change, (HttpContext context, PostedForm form, Inbox inbox) => inbox.ChangeFilter(context, change, form));
        agents.MapPost("/selection/" + BulkActions.Tag, (HttpContext context, PostedForm form, BulkActions bulk) => bulk.AddTag(context, form));
        agents.MapPost("/selection/" + BulkActions.Assignment, (HttpContext context, PostedForm form, BulkActions bulk) => bulk.Assign(context, form));
        agents.MapGet("/experiences/{id}", (HttpContext context, string id, string? structure, string? fait, AgentExperiences page) =>
            page.Show(context, id, structure, fait));
        agents.MapGet("/experiences/{id}/" + AgentCommands.Transfer, (HttpContext context, string id, string? structure, AgentExperiences page) =>
            page.HandOver(context, id, structure));
        agents.MapPost("/experiences/{id}/" + AgentCommands.Transfer, (HttpContext context, string id, PostedForm form, AgentExperiences page) =>
            page.HandOver(context, id, form));
        agents.MapGet("/transferts", TransferQueues.Show);
        agents.MapGet("/nouvelles", NoticeList.Show);
        agents.MapGet("/preferences", Preferences.Show);
        agents.MapPost("/preferences", Preferences.Save);
        agents.MapPost("/experiences/{id}/" + AgentCommands.Preview, (HttpContext context, string id, PostedForm form, AgentExperiences page) =>
            page.Preview(context, id, form));
        agents.MapPost("/experiences/{id}/" + AgentCommands.Keep, (HttpContext context, string id, PostedForm form, AgentExperiences page) =>
            page.Keep(context, id, form));
        agents.MapPost("/experiences/{id}/" + AgentCommands.LetGo, (HttpContext context, string id, PostedForm form, AgentExperiences page) =>
            page.LetGo(context, id, form));
        foreach (var command in AgentCommands.All)
            agents.MapPost("/experiences/{id}/" + command.Name, (HttpContext context, string id, PostedForm form, AgentExperiences page) =>
                page.Carry(context, command, id, form));
    }
}
