using Microsoft.Extensions.Localization;
using SpPlus.Contracts.Experiences;
using SpPlus.Web.Accounts;
using SpPlus.Web.Errors;
using SpPlus.Web.Hosting;
using SpPlus.Web.Texts;

namespace SpPlus.Web.Incidents;

/// <summary>The incidents, how far each is, and the way to call one off.</summary>
internal sealed class IncidentPages(IncidentDesk desk, IStringLocalizer<IncidentTexts> texts, IStringLocalizer<Shared> shared)
{
    public Task<IResult> List(HttpContext context) => context.WithAccount(async account =>
        await desk.Grain.List(context.User.Caller()) is { } list
            ? Pages.Show<IncidentListPage>(new { Account = account, List = list })
            : ErrorPages.NotFound);

    public Task<IResult> One(HttpContext context, Guid id, string? done) =>
        Page(context, id, StatusCodes.Status200OK, done is "ouvert" or "annule" ? texts[$"Done.{done}"].Value : null, notice: null);

    public async Task<IResult> CallOff(HttpContext context, Guid id) => await desk.CallOff(id, context.User.Caller()) switch
    {
        Refusal.None => Pages.SeeOther($"{IncidentEndpoints.Path}/{id}?fait=annule"),
        Refusal.NotFound => ErrorPages.NotFound,
        null => await Page(context, id, StatusCodes.Status503ServiceUnavailable, done: null, shared["Unknown"]),
        _ => await Page(context, id, StatusCodes.Status409Conflict, done: null, texts["CallOff.TooLate"]),
    };

    private Task<IResult> Page(HttpContext context, Guid id, int status, string? done, string? notice) => context.WithAccount(async account =>
        await desk.Grain.Read(id, context.User.Caller()) is { } incident
            ? Pages.Show<IncidentPage>(status, new { Account = account, Incident = incident, Done = done, Notice = notice })
            : ErrorPages.NotFound);
}
