using System.Collections.Immutable;
using Microsoft.Extensions.Localization;
using SpPlus.Contracts.Accounts;
using SpPlus.Contracts.Experiences;
using SpPlus.Contracts.ImprovementActions;
using SpPlus.Contracts.Structures;
using SpPlus.Web.Accounts;
using SpPlus.Web.Errors;
using SpPlus.Web.Experiences;
using SpPlus.Web.Forms;
using SpPlus.Web.Hosting;
using SpPlus.Web.Reference;
using SpPlus.Web.Texts;

namespace SpPlus.Web.ImprovementActions;

/// <summary>Shows agents their structure's improvement actions, and carries out what their forms ask (ACT-1).</summary>
internal sealed class AgentActions(
    ImprovementActionGateway gateway, ExperienceSearch search, ReferenceCache reference, IStringLocalizer<ImprovementActionTexts> texts, IStringLocalizer<Shared> shared)
{
    public const string Path = "/agents/actions";

    public const string Amendment = "modification", Completion = "realisation", Ties = "experiences";

    /// <summary>The list; with an experience, the list to tie it from.</summary>
    public Task<IResult> List(HttpContext context, string? structure, string? experience, string? after) => context.WithAccount(async account =>
    {
        var query = new ImprovementActionQuery
        {
            After = after, Experience = ExperienceId.TryParse(experience, out var id) ? id : null,
        };
        // To tie an experience, everything that the account may tie it to is listed: an action of the whole network too.
        if (query.Experience is null) query = query with { Structure = Known(structure) };
        if (await gateway.List(query, context.User.Caller()) is not { } list) return ErrorPages.NotFound;
        var titles = query.Experience is { } tied ? await search.Titles([tied], context.RequestAborted) : [];
        return Pages.Show<AgentActionListPage>(new
        {
            Account = account, List = list, Structure = Known(structure), Experience = titles.Count > 0 ? titles[0] : null, IsFirst = string.IsNullOrEmpty(after),
        });
    });

    public Task<IResult> New(HttpContext context, string? structure, string? experience) => context.WithAccount(account => NewPage(context, account, new()
    {
        Operation = Guid.NewGuid(), Structure = Known(structure), Experiences = ExperienceId.TryParse(experience, out var id) ? [id] : [], State = ActionDraft.Committed,
    }));

    public async Task<IResult> Publish(HttpContext context, PostedForm form)
    {
        var draft = ActionDraft.Of(form);
        if (draft.IsSearching || draft.Structure is not { } structure) return await context.WithAccount(account => NewPage(context, account, draft));
        // One form makes one action, whatever is corrected in it after an outcome that nobody knows.
        var id = ImprovementActionId.From(draft.Operation.ToString());
        var command = new PublishImprovementAction
        {
            OperationId = draft.Operation, Structure = structure, Title = draft.Title ?? "", Text = draft.Text ?? "", State = StateOf(draft),
            PlannedFor = draft.PlannedDay, DoneOn = draft.DoneDay, Experiences = draft.Experiences, Reviewed = draft.Reviewed,
        };
        if (Unread(draft, isDone: command.State == ImprovementActionState.Done) is { Any: true } unread)
            return await context.WithAccount(account => NewPage(context, account, draft with { Errors = unread, Notice = texts["Refused.Invalid"] }, StatusCodes.Status422UnprocessableEntity));
        var outcome = await gateway.Send(id, command.BoundToContent(), context.User.Caller());
        if (outcome.Accepted) return Pages.SeeOther($"{Path}/{id}?fait=publication");
        // It was recorded by an earlier post of this form: what was typed since is to be saved as a change of it.
        if (outcome.Result?.Refusal == Refusal.WrongStatus)
            return await context.WithAccount(account => Page(context, account, id, Refused(draft with { Command = Amendment }, outcome) with { IsStale = true, Version = -1 }, outcome.StatusCode));
        return await context.WithAccount(account => NewPage(context, account, Refused(draft, outcome), outcome.StatusCode));
    }

    public Task<IResult> Show(HttpContext context, string id, string? done) => !ImprovementActionId.TryParse(id, out var action)
        ? Task.FromResult(ErrorPages.NotFound)
        : context.WithAccount(account => Page(context, account, action, done: done));

    public Task<IResult> Amend(HttpContext context, string id, PostedForm form) => Carry(context, id, ActionDraft.Of(form, Amendment), draft => new AmendImprovementAction
    {
        OperationId = draft.Operation, ExpectedVersion = draft.Version, Title = draft.Title ?? "", Text = draft.Text ?? "", PlannedFor = draft.PlannedDay,
        Reviewed = draft.Reviewed,
    });

    public Task<IResult> Complete(HttpContext context, string id, PostedForm form) => Carry(context, id, ActionDraft.Of(form, Completion), draft =>
        new CompleteImprovementAction { OperationId = draft.Operation, ExpectedVersion = draft.Version, DoneOn = draft.DoneDay ?? default });

    public Task<IResult> Tie(HttpContext context, string id, PostedForm form) => Carry(context, id, ActionDraft.Of(form, Ties), draft =>
        new TieExperiences { OperationId = draft.Operation, Experiences = draft.Experiences });

    private async Task<IResult> Carry(HttpContext context, string id, ActionDraft draft, Func<ActionDraft, ImprovementActionCommand> make)
    {
        if (!ImprovementActionId.TryParse(id, out var action)) return ErrorPages.NotFound;
        if (draft.IsSearching) return await context.WithAccount(account => Page(context, account, action, draft));
        if (Unread(draft, isDone: draft.Command == Completion) is { Any: true } unread)
            return await context.WithAccount(account => Page(context, account, action, draft with { Errors = unread, Notice = texts["Refused.Invalid"] }, StatusCodes.Status422UnprocessableEntity));
        var outcome = await gateway.Send(action, make(draft).BoundToContent(), context.User.Caller());
        return outcome.Accepted
            ? Pages.SeeOther($"{Path}/{action}?fait={draft.Command}")
            : await context.WithAccount(account => Page(context, account, action, Refused(draft, outcome), outcome.StatusCode));
    }

    private async Task<IResult> NewPage(HttpContext context, AccountView account, ActionDraft draft, int status = StatusCodes.Status200OK)
    {
        var choices = Choices(draft.Structure, account);
        draft = draft with { Structure = draft.Structure is { } asked && choices.Contains(asked) ? asked : choices[^1] };
        return Pages.Show<NewActionPage>(status, new
        {
            Account = account, Draft = draft, Choices = choices, Picker = await search.Picker(draft, draft.Structure!.Value, [], context),
            May = (await gateway.List(new() { Structure = draft.Structure, Limit = 1 }, context.User.Caller()))?.Actions.HasFlag(ImprovementActionActions.Publish) ?? false,
        });
    }

    private async Task<IResult> Page(
        HttpContext context, AccountView account, ImprovementActionId id, ActionDraft? draft = null, int status = StatusCodes.Status200OK, string? done = null) =>
        await gateway.View(id, context.User.Caller()) is { } view
            ? Pages.Show<AgentActionPage>(status, new
            {
                Account = account, View = view, Draft = draft, Done = done is "publication" or Amendment or Completion or Ties ? done : null,
                Picker = await search.Picker(draft?.Command == Ties ? draft : null, view.Structure, [.. view.Experiences.Select(e => e.Id)], context),
            })
            : ErrorPages.NotFound;

    private ActionDraft Refused(ActionDraft draft, CommandOutcome outcome)
    {
        var refusal = outcome.Result?.Refusal;
        var errors = new FormErrors();
        foreach (var error in outcome.Result?.Errors ?? [])
        {
            var field = ActionDraft.FieldOf(error.Field);
            errors.Add(field, texts[$"Problem.{field}.{error.Problem}"] is { ResourceNotFound: false } own ? own : Problems.Sentence(shared, error));
        }

        return draft with
        {
            // The command may have been carried out: sent again under the same id, it is not carried out twice.
            Operation = outcome.IsUnknown ? draft.Operation : Guid.NewGuid(),
            Errors = errors,
            Marks = outcome.Result?.Marks ?? [],
            IsStale = refusal == Refusal.StaleVersion,
            Notice = refusal switch
            {
                null => shared["Unknown"],
                Refusal.Unavailable => shared["Unavailable"],
                _ => texts[$"Refused.{refusal}.{draft.Command}"] is { ResourceNotFound: false } own ? own : texts[$"Refused.{refusal}"],
            },
        };
    }

    /// <summary>A date that is no date never leaves as "none".</summary>
    private FormErrors Unread(ActionDraft draft, bool isDone)
    {
        var errors = new FormErrors();
        if (!isDone && !string.IsNullOrWhiteSpace(draft.PlannedFor) && draft.PlannedDay is null) errors.Add("prevue", texts["Problem.Date"]);
        if (isDone && !string.IsNullOrWhiteSpace(draft.DoneOn) && draft.DoneDay is null) errors.Add("realisee-le", texts["Problem.Date"]);
        return errors;
    }

    private static ImprovementActionState StateOf(ActionDraft draft) => draft.State switch
    {
        ActionDraft.Done => ImprovementActionState.Done,
        ActionDraft.Committed => ImprovementActionState.Committed,
        _ => default,
    };

    /// <summary>From the structure that the page came from up to the account's own, which is the last.</summary>
    private ImmutableArray<StructureId> Choices(StructureId? structure, AccountView account) =>
        structure is { } from && reference.Current.Structures.IsWithin(from, account.Structure)
            ? [.. reference.Current.Structures.Path(from).Reverse().TakeWhile(s => s != account.Structure), account.Structure]
            : [account.Structure];

    private StructureId? Known(string? structure) =>
        StructureId.TryParse(structure, out var id) && reference.Current.Structures.Contains(id) ? id : null;
}
