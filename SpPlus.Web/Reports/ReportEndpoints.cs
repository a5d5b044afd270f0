using SpPlus.Contracts.Experiences;
using SpPlus.Web.Accounts;
using SpPlus.Web.Forms;
using SpPlus.Web.Hosting;

namespace SpPlus.Web.Reports;

/// <summary>Reporting a public experience, and the DITP's list of what was reported (MOD-4).</summary>
internal static class ReportEndpoints
{
    public static IHostApplicationBuilder AddReports(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<ReportFlow>();
        builder.Services.AddSingleton<ReportQueues>();
        return builder;
    }

    public static void MapReports(this IEndpointRouteBuilder routes)
    {
        // Nobody has a session here whose rights a forged post could borrow; the page holds an operation made for this visitor alone.
        var report = routes.MapGroup("/experiences/{id}/signaler").AddEndpointFilter((invocation, next) =>
        {
            invocation.HttpContext.Response.Headers.CacheControl = "private, no-cache";
            return next(invocation);
        }).FormsNeedNoToken();
        report.MapGet("", (string id, ReportFlow flow, CancellationToken cancellation) => flow.Ask(id, cancellation));
        report.MapPost("", (HttpContext context, string id, PostedForm form, ReportFlow flow) => flow.Take(context, id, form));
        report.MapGet("/merci", () => Pages.Show<ReportThanksPage>());

        var desk = routes.MapGroup(ReportQueues.Path).RequireSignIn();
        desk.MapGet("", (HttpContext context, string? apres, string? fait, string? de, int? jusqua, ReportQueues queues) =>
            queues.Show(context, apres, fait, ExperienceId.TryParse(de, out var closed) ? closed : null, jusqua ?? 0));
        desk.MapPost("/{id}", (HttpContext context, string id, PostedForm form, ReportQueues queues) => queues.Close(context, id, form));
    }
}
