using Microsoft.Extensions.Localization;
using SpPlus.Contracts.Accounts;
using SpPlus.Contracts.Experiences;
using SpPlus.Contracts.Structures;
using SpPlus.Web.Accounts;
using SpPlus.Web.Errors;
using SpPlus.Web.Experiences;
using SpPlus.Web.Forms;
using SpPlus.Web.Hosting;
using SpPlus.Web.Texts;

namespace SpPlus.Web.Agents;

/// <summary>Shows an agent's page on one experience, and carries out what its forms ask.</summary>
internal sealed class AgentExperiences(
    ExperienceGateway gateway, IStringLocalizer<AgentTexts> texts, IStringLocalizer<Shared> shared)
{
    /// <summary>
    /// One command, one call: the page is read again only to show a refusal. Accepted: back to the part of the page that the
    /// command is about.
    /// </summary>
    public async Task<IResult> Carry(HttpContext context, AgentCommand command, string id, PostedForm form)
    {
        if (!ExperienceId.TryParse(id, out var experience)) return ErrorPages.NotFound;
        if (!form.IsTrusted) return await ShowAgain(context, experience, command, form, StatusCodes.Status400BadRequest, shared["FormExpired"]);
        if (command.Make(form) is not { } made)
            return await ShowAgain(context, experience, command, form, StatusCodes.Status422UnprocessableEntity, texts["Refused.Invalid"], Missing(command));
        var outcome = await gateway.Send(experience, made.BoundToContent(), context.User.Caller());
        if (outcome.Accepted) return Pages.SeeOther(Back(experience, command, form));
        var refusal = outcome.Result?.Refusal;
        var errors = new FormErrors();
        foreach (var error in outcome.Result?.Errors ?? [])
            errors.Add(command.FieldOf(error.Field), Problems.Sentence(shared, error));
        return await ShowAgain(context, experience, command, form, outcome.StatusCode, MessageOf(refusal), errors, refusal, outcome.IsUnknown);
    }

    public Task<IResult> Show(HttpContext context, string id, string? structure, string? done) =>
        !ExperienceId.TryParse(id, out var experience)
            ? Task.FromResult(ErrorPages.NotFound)
            : context.WithAccount(account => Page(
                context, account, experience, StatusCodes.Status200OK,
                StructureId.TryParse(structure, out var chosen) ? chosen : null, refused: null, done));

    private Task<IResult> ShowAgain(
        HttpContext context, ExperienceId id, AgentCommand command, PostedForm form, int status, string message,
        FormErrors? errors = null, Refusal? refusal = null, bool isUnknown = false)
    {
        var refused = new RefusedForm(command.Name, form, message, errors ?? FormErrors.None, refusal, isUnknown);
        return context.WithAccount(account => Page(context, account, id, status, refused.Structure, refused, done: null));
    }

    private async Task<IResult> Page(
        HttpContext context, AccountView account, ExperienceId id, int status, StructureId? chosen, RefusedForm? refused, string? done)
    {
        var caller = context.User.Caller();
        var history = gateway.History(id, caller);
        if (await gateway.View(id, caller) is not { } view || await history is not { } entries) return ErrorPages.NotFound;
        return Pages.Show<AgentExperiencePage>(status, new
        {
            Bench = new Workbench
            {
                View = view, Account = account, History = entries, Refused = refused,
                Acting = Workbench.ActingFor(view, chosen),
                Done = done is not null && AgentCommands.All.Any(c => c.Name == done) ? done : null,
            },
        });
    }

    private FormErrors Missing(AgentCommand command) => command.RequiredField is { } field
        ? FormErrors.None.Add(field, shared["Problem.Missing"])
        : FormErrors.None;

    private string MessageOf(Refusal? refusal) => refusal switch
    {
        null => shared["Unknown"],
        Refusal.Unavailable => shared["Unavailable"],
        _ => texts[$"Refused.{refusal}"],
    };

    private static string Back(ExperienceId id, AgentCommand command, PostedForm form)
    {
        var structure = command.Name == AgentCommands.Replacement ? form["par"] : form["structure"];
        var query = StructureId.TryParse(structure, out var chosen) ? $"&structure={chosen}" : "";
        return $"/agents/experiences/{id}?fait={command.Name}{query}#{command.Anchor}";
    }
}
