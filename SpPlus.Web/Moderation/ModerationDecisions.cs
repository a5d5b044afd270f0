using System.Collections.Immutable;
using Microsoft.Extensions.Localization;
using SpPlus.Contracts.Experiences;
using SpPlus.Web.Accounts;
using SpPlus.Web.Errors;
using SpPlus.Web.Experiences;
using SpPlus.Web.Forms;
using SpPlus.Web.Hosting;
using SpPlus.Web.Kit;
using SpPlus.Web.Texts;

namespace SpPlus.Web.Moderation;

/// <summary>Shows one experience to moderate or to route, and carries out what is decided.</summary>
internal sealed class ModerationDecisions(
    ExperienceGateway gateway, ModerationQueues queues, Desk desk, IStringLocalizer<ModerationTexts> texts, IStringLocalizer<Shared> shared)
{
    public Task<IResult> Show(HttpContext context, string id, Done? done) => ExperienceId.TryParse(id, out var experience)
        ? Page(context, experience, draft: null, FormErrors.None, refusal: null, done, StatusCodes.Status200OK)
        : Task.FromResult(ErrorPages.NotFound);

    public async Task<IResult> Decide(HttpContext context, string id, PostedForm form)
    {
        if (!ExperienceId.TryParse(id, out var experience)) return ErrorPages.NotFound;
        var (draft, choice) = (ModerationDraft.Of(form), ModerationChoice.Of(form));
        if (choice.Name == ModerationChoice.Spot) return await Spot();
        if (!choice.Decides) return await Again(StatusCodes.Status200OK);
        if (ModerationCommands.From(choice, draft, form) is not { } command) return ErrorPages.Page(StatusCodes.Status400BadRequest);
        if (!choice.Confirmed && TypedField.LeftAsideBy(choice.Name, draft) is { IsEmpty: false } leftAside)
            return await Again(StatusCodes.Status422UnprocessableEntity, LeftAside(choice, leftAside));

        var outcome = await gateway.Send(experience, command, context.User.Caller());
        if (outcome.Accepted) return Pages.SeeOther(AfterDecision(new(choice.Name, experience)));
        if (outcome.Result?.Refusal == Refusal.NotFound) return ErrorPages.NotFound;
        if (outcome.Result?.Refusal == Refusal.PersonalData) draft = draft.WithMarks(outcome.Result.Marks);
        return await Again(
            outcome.StatusCode, new(choice.Name, Sentence(outcome)) { KeepingAll = outcome.Result?.Refusal == Refusal.PersonalData ? choice.KeepingAll : null }, ModerationCommands.Errors(outcome, choice.Name, texts, shared));

        Task<IResult> Spot()
        {
            var words = (draft.NewPassage ?? "").Trim();
            var spotted = draft.Spotted(words);
            if (spotted == draft) return Again(StatusCodes.Status422UnprocessableEntity, errors: FormErrors.None.Add("passage", texts["Passages.NotThere"]));
            draft = spotted;
            return Again(StatusCodes.Status200OK);
        }

        Task<IResult> Again(int status, ModerationRefusal? refusal = null, FormErrors? errors = null) =>
            Page(context, experience, draft, errors ?? FormErrors.None, refusal, done: null, status);
    }

    private Task<IResult> Page(
        HttpContext context, ExperienceId id, ModerationDraft? draft, FormErrors errors, ModerationRefusal? refusal, Done? done, int status) =>
        context.WithAccount(async account =>
        {
            var caller = context.User.Caller();
            if (await queues.Read(new() { Limit = 8 }, done, caller) is not { } queue) return ErrorPages.NotFound;
            if (await gateway.View(id, caller) is not { } view) return ErrorPages.NotFound;
            if (refusal is { LeftAside.IsEmpty: false } && !view.Actions.HasFlag(ExperienceActions.Moderate) && view.Decided is { } decided)
                (refusal, status) = (new(refusal.Choice, Sentence(decided)), StatusCodes.Status409Conflict);
            return Pages.Show<ModerationPage>(status, new
            {
                Account = account with { Waiting = queue.Count },
                View = view,
                Draft = draft ?? ModerationDraft.Of(view),
                Errors = errors,
                Refusal = refusal,
                Done = done,
                Queue = queue,
                Suggestions = view.Actions.HasFlag(ExperienceActions.Moderate) ? await desk.Suggestions(id, caller) : [],
                History = await gateway.History(id, caller) ?? [],
            });
        });

    private ModerationRefusal LeftAside(ModerationChoice choice, ImmutableArray<TypedField> fields)
    {
        var names = string.Join(", ", fields.Select(f => texts[f.Label].Value));
        return new(choice.Name, texts[$"LeftAside.{choice.Name}", names]) { LeftAside = fields };
    }

    // What is off the public pages stays on the screen: the next one to moderate has nothing to do with it.
    private static string AfterDecision(Done done) =>
        done.Choice == ModerationChoice.Unpublish ? $"/moderation/{done.Experience}{done.Query}" : "/moderation/suivante" + done.Query;

    private string? Sentence(CommandOutcome outcome) => outcome.Result switch
    {
        null => shared["Unknown"],
        { Refusal: Refusal.Unavailable } => shared["Unavailable"],
        { Refusal: Refusal.AlreadyDecided, Decided: { } decided } => Sentence(decided),
        { Refusal: Refusal.Invalid } => null,
        { Refusal: var refusal } => texts[$"Refusal.{refusal}"],
    };

    private string Sentence(Decided decided) => texts[$"AlreadyDecided.{decided.Status}", decided.By, Dates.Minute(decided.At)];
}
