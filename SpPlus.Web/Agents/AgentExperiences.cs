using System.Globalization;
using Microsoft.Extensions.Localization;
using SpPlus.Contracts.Accounts;
using SpPlus.Contracts.Experiences;
using SpPlus.Contracts.Structures;
using SpPlus.Web.Accounts;
using SpPlus.Web.Errors;
using SpPlus.Web.Experiences;
using SpPlus.Web.Forms;
using SpPlus.Web.Hosting;
using SpPlus.Web.Reference;
using SpPlus.Web.Texts;

namespace SpPlus.Web.Agents;

/// <summary>Shows an agent's page on one experience, and carries out what its forms ask.</summary>
internal sealed class AgentExperiences(
    ExperienceGateway gateway, Desk desk, ReferenceCache reference, IStringLocalizer<AgentTexts> texts, IStringLocalizer<Shared> shared)
{
    /// <summary>The page where an experience is handed over to another structure, or back to the workbench when nothing may be.</summary>
    public Task<IResult> HandOver(HttpContext context, string id, string? structure) => !ExperienceId.TryParse(id, out var experience)
        ? Task.FromResult(ErrorPages.NotFound)
        : context.WithAccount(account => TransferPage(context, account, experience, StructureId.TryParse(structure, out var chosen) ? chosen : null));

    /// <summary>The same page with what was looked for, chosen and typed there; nothing is asked yet.</summary>
    public Task<IResult> HandOver(HttpContext context, string id, PostedForm form)
    {
        if (!ExperienceId.TryParse(id, out var experience)) return Task.FromResult(ErrorPages.NotFound);
        var returned = ReturnedForm.Kept(AgentCommands.Transfer, form);
        return context.WithAccount(account => TransferPage(context, account, experience, returned.Structure, returned));
    }

    /// <summary>Shows the page with what was typed, as the public would read it; nothing is saved.</summary>
    public Task<IResult> Preview(HttpContext context, string id, PostedForm form)
    {
        if (!ExperienceId.TryParse(id, out var experience)) return Task.FromResult(ErrorPages.NotFound);
        var returned = ReturnedForm.Kept(AgentCommands.Preview, form);
        return context.WithAccount(account => Page(context, account, experience, StatusCodes.Status200OK, returned.Structure, returned));
    }

    /// <summary>Keeps what is being typed: an answer without a page, for the script that asks.</summary>
    public async Task<IResult> Keep(HttpContext context, string id, PostedForm form)
    {
        if (!ExperienceId.TryParse(id, out var experience)) return TypedResults.NotFound();
        if (AgentCommands.Kept(form) is not { } text) return TypedResults.StatusCode(StatusCodes.Status422UnprocessableEntity);
        return TypedResults.StatusCode(await gateway.Keep(experience, text, context.User.Caller()) switch
        {
            Refusal.None => StatusCodes.Status204NoContent,
            { } refusal => new CommandOutcome(new() { Refusal = refusal }).StatusCode,
            null => StatusCodes.Status503ServiceUnavailable,
        });
    }

    /// <summary>Back to the editor, without what had been kept.</summary>
    public async Task<IResult> LetGo(HttpContext context, string id, PostedForm form)
    {
        if (!ExperienceId.TryParse(id, out var experience) || !StructureId.TryParse(form["structure"], out var structure)) return ErrorPages.NotFound;
        var list = form[ListPlace.Field] is { Length: > 0 } kept
            ? $"&{ListPlace.Field}={Uri.EscapeDataString(InboxAddress.Parse(kept, reference.Current).ToString())}"
            : "";
        return await gateway.LetGo(experience, structure, context.User.Caller()) is Refusal.None
            ? Pages.SeeOther($"/agents/experiences/{experience}?structure={structure}{list}#reponse")
            : await Show(context, id, structure.Value, done: null);
    }

    /// <summary>
    /// One command, one call: the page is read again only to show a refusal. Accepted: back to the part of the page that the
    /// command is about.
    /// </summary>
    public async Task<IResult> Carry(HttpContext context, AgentCommand command, string id, PostedForm form)
    {
        if (!ExperienceId.TryParse(id, out var experience)) return ErrorPages.NotFound;
        if (command.Make(form) is not { } made)
            return await ShowAgain(context, experience, command, form, StatusCodes.Status422UnprocessableEntity, texts["Refused.Invalid"], Missing(command));
        var outcome = await gateway.Send(experience, made.BoundToContent(), context.User.Caller());
        if (outcome.Accepted) return Pages.SeeOther(Back(experience, command, form));
        var refusal = outcome.Result?.Refusal;
        var errors = new FormErrors();
        foreach (var error in outcome.Result?.Errors ?? [])
            errors.Add(command.FieldOf(error.Field), Sentence(command.FieldOf(error.Field), error));
        return await ShowAgain(context, experience, command, form, outcome.StatusCode, MessageOf(command, refusal), errors, refusal, outcome.IsUnknown, outcome.Result?.Marks);
    }

    public Task<IResult> Show(HttpContext context, string id, string? structure, string? done) =>
        !ExperienceId.TryParse(id, out var experience)
            ? Task.FromResult(ErrorPages.NotFound)
            : context.WithAccount(account => Page(
                context, account, experience, StatusCodes.Status200OK,
                StructureId.TryParse(structure, out var chosen) ? chosen : null, returned: null, done));

    private Task<IResult> ShowAgain(
        HttpContext context, ExperienceId id, AgentCommand command, PostedForm form, int status, string message,
        FormErrors? errors = null, Refusal? refusal = null, bool isUnknown = false, IReadOnlyList<PersonalDataMark>? marks = null)
    {
        var refused = new ReturnedForm(command.Name, form, message, errors ?? FormErrors.None, refusal, isUnknown) { Marks = marks ?? [] };
        return context.WithAccount(account => Page(context, account, id, status, refused.Structure, refused));
    }

    private async Task<IResult> Page(
        HttpContext context, AccountView account, ExperienceId id, int status, StructureId? chosen, ReturnedForm? returned, string? done = null)
    {
        if (await Bench(context, account, id, chosen, returned, done) is not { } bench) return ErrorPages.NotFound;
        return bench.MayHandOver && AgentCommands.All.Any(c => c.IsOfTransferPage && c.Name == returned?.Command)
            ? Pages.Show<TransferPage>(status, new { Bench = bench })
            : Pages.Show<AgentExperiencePage>(status, new { Bench = bench });
    }

    private async Task<IResult> TransferPage(
        HttpContext context, AccountView account, ExperienceId id, StructureId? chosen, ReturnedForm? returned = null)
    {
        if (await Bench(context, account, id, chosen, returned, done: null) is not { } bench) return ErrorPages.NotFound;
        return bench.MayHandOver
            ? Pages.Show<TransferPage>(new { Bench = bench })
            : Pages.SeeOther($"/agents/experiences/{id}{(chosen is { } structure ? $"?structure={structure}" : "")}");
    }

    /// <summary>Null for what the caller may not see.</summary>
    private async Task<Workbench?> Bench(
        HttpContext context, AccountView account, ExperienceId id, StructureId? chosen, ReturnedForm? returned, string? done)
    {
        var (caller, filter) = (context.User.Caller(), HistoryFilter.Of(context.Request.Query));
        var history = gateway.HistoryPage(id, filter.Query, caller);
        if (await gateway.View(id, caller) is not { } view || await history is not { } entries) return null;
        if (context.Request.Query[CommentThread.BeforeField] is [{ } text] && SequenceOf(text) is { } before && await gateway.Comments(id, before, caller) is { IsEmpty: false } older)
            view = view with { Comments = older };
        if (returned is not null) returned = Templates.Insert(returned, view, reference.Current);
        var acting = Workbench.ActingFor(view, chosen);
        var list = returned is null ? context.Request.Query[ListPlace.Field].ToString() : returned[ListPlace.Field];
        return new Workbench
        {
            View = view, Account = UndoItems.AsOf(view, account), History = entries, Filter = filter, Returned = returned,
            ReadUpTo = await desk.Opened(id, view.Sequence, caller),
            Seen = SequenceOf(returned is null ? context.Request.Query[Workbench.SeenField] : returned[Workbench.SeenField]),
            Acting = acting,
            List = await PlaceIn(list, id, chosen ?? acting?.Structure ?? view.Standings.FirstOrDefault()?.Structure ?? account.Structure, caller),
            Colleagues = acting is { } own && own.Actions.HasFlag(ExperienceActions.AssignResponse) ? await desk.Colleagues(own.Structure, caller) : [],
            Done = done is not null && AgentCommands.All.Any(c => c.Name == done) ? done : null,
        };
    }

    private async Task<ListPlace?> PlaceIn(string? list, ExperienceId id, StructureId structure, Caller caller)
    {
        if (list is not { Length: > 0 }) return null;
        var address = InboxAddress.Parse(list, reference.Current);
        return new(address, await desk.Place(address.Query(after: null), id, structure, caller), ListPlace.Anchor(id, structure));
    }

    private FormErrors Missing(AgentCommand command) => command.RequiredField is { } field
        ? FormErrors.None.Add(field, texts[$"Problem.{field}.Missing"])
        : FormErrors.None;

    private string Sentence(string field, FieldError error) =>
        error.Problem is FieldProblem.TooShort or FieldProblem.Missing && texts[$"Problem.{field}.Missing"] is { ResourceNotFound: false } own
            ? own
            : Problems.Sentence(shared, error);

    private string MessageOf(AgentCommand command, Refusal? refusal) => refusal switch
    {
        null => shared["Unknown"],
        Refusal.Unavailable => shared["Unavailable"],
        _ => texts[$"Refused.{refusal}.{command.Name}"] is { ResourceNotFound: false } own ? own : texts[$"Refused.{refusal}"],
    };

    private string Back(ExperienceId id, AgentCommand command, PostedForm form)
    {
        if (form[TransferQueues.Field] is not null) return $"{TransferQueues.Path}?fait={command.Name}";
        var query = StructureId.TryParse(form[command.LandsOn], out var chosen) ? $"&structure={chosen}" : "";
        var seen = SequenceOf(form[Workbench.SeenField]) is { } sequence ? $"&{Workbench.SeenField}={sequence}" : "";
        var list = form[ListPlace.Field] is { Length: > 0 } kept
            ? $"&{ListPlace.Field}={Uri.EscapeDataString(InboxAddress.Parse(kept, reference.Current).ToString())}"
            : "";
        return $"/agents/experiences/{id}?fait={command.Name}{query}{seen}{list}#{command.Anchor}";
    }

    private static int? SequenceOf(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var sequence) ? sequence : null;
}
