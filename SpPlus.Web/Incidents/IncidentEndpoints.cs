using SpPlus.Web.Accounts;
using SpPlus.Web.Forms;

namespace SpPlus.Web.Incidents;

/// <summary>Incidents: one standing response of the DITP for many experiences (ROUTE-6).</summary>
internal static class IncidentEndpoints
{
    public const string Path = "/moderation/incidents";

    public static IHostApplicationBuilder AddIncidents(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<IncidentDesk>();
        builder.Services.AddSingleton<IncidentFlow>();
        builder.Services.AddSingleton<IncidentPages>();
        return builder;
    }

    public static void MapIncidents(this IEndpointRouteBuilder routes)
    {
        var incidents = routes.MapGroup(Path).RequireSignIn();
        incidents.MapGet("", (HttpContext context, IncidentPages pages) => pages.List(context));
        incidents.MapGet("/nouveau", (HttpContext context, string[]? experience, IncidentFlow flow) => flow.Begin(context, experience ?? []));
        incidents.MapPost("/nouveau", (HttpContext context, PostedForm form, IncidentFlow flow) => flow.Take(context, form));
        incidents.MapGet("/{id:guid}", (HttpContext context, Guid id, string? fait, IncidentPages pages) => pages.One(context, id, fait));
        incidents.MapPost("/{id:guid}/annuler", (HttpContext context, Guid id, IncidentPages pages) => pages.CallOff(context, id));
    }
}
