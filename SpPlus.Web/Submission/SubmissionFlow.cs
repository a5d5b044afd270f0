using System.Collections.Immutable;
using Microsoft.Extensions.Localization;
using SpPlus.Contracts.Accounts;
using SpPlus.Contracts.Experiences;
using SpPlus.Web.Experiences;
using SpPlus.Web.Forms;
using SpPlus.Web.Hosting;
using SpPlus.Web.Limits;
using SpPlus.Web.Privacy;
using SpPlus.Web.Reference;
using SpPlus.Web.Texts;

namespace SpPlus.Web.Submission;

/// <summary>From one step to the next. Whatever happens, the answer is a page that holds everything typed, or the tracking page.</summary>
internal sealed class SubmissionFlow(
    ExperienceGateway gateway, ReferenceCache reference, RateLimits limits, PersonalDataGuard guard, TimeProvider time,
    IStringLocalizer<SubmissionTexts> texts, IStringLocalizer<Shared> shared)
{
    private static readonly ImmutableArray<SubmissionStep> Asking = [SubmissionStep.Service, SubmissionStep.Story, SubmissionStep.Contacts];

    public async Task<IResult> Take(HttpContext context, PostedForm form)
    {
        var draft = SubmissionDraft.Of(form);
        var step = StepOf(form[SubmissionFields.Step]);
        // Another site may have chosen the key, and would know the author's link: nothing is sent, what was typed goes on under a
        // key that nobody knows.
        if (!Sender.IsThisSite(context.Request)) return await Page(draft.Renewed(), step);
        var action = form[SubmissionFields.Action] ?? "";
        if (form.All(SubmissionFields.Trap).Count > 0)
            return await Page(draft, step, StatusCodes.Status422UnprocessableEntity, notice: texts["Trap"]);

        return action switch
        {
            "suite" => await Next(draft, step),
            "envoyer" => await Send(context, draft),
            "retour" => await Page(draft, (SubmissionStep)Math.Max(1, (int)step - 1)),
            "etape-1" or "etape-2" or "etape-3" => await Page(draft, (SubmissionStep)(action[^1] - '0')),
            _ => await Page(draft, step),
        };
    }

    private Task<IResult> Next(SubmissionDraft draft, SubmissionStep step)
    {
        if (step == SubmissionStep.Check) return Page(draft, step);
        var errors = SubmissionCheck.Of(draft, step, reference.Current, time);
        return errors.IsEmpty ? Page(draft, step + 1) : Invalid(draft, errors);
    }

    private async Task<IResult> Send(HttpContext context, SubmissionDraft draft)
    {
        foreach (var step in Asking)
            if (SubmissionCheck.Of(draft, step, reference.Current, time) is { IsEmpty: false } errors) return await Invalid(draft, errors);
        if (await limits.Refusal(LimitedAct.Submission, context) is { } tooMany)
            return await Page(draft, SubmissionStep.Check, StatusCodes.Status429TooManyRequests, notice: tooMany);

        var (id, command) = (SubmissionKey.ExperienceId(draft.Key), SubmissionCommand.From(draft));
        var outcome = await gateway.Send(id, command, Caller.Anonymous);
        var tracking = $"/suivi/{id}/{command.TrackingToken}";
        if (outcome.Accepted) return Pages.SeeOther(tracking);
        return outcome.Result is { Refusal: Refusal.Invalid } invalid
            ? await Invalid(draft, invalid.Errors)
            : await Page(
                draft, SubmissionStep.Check, outcome.StatusCode, notice: Sentence(outcome),
                sent: outcome.Result?.Refusal == Refusal.WrongStatus ? tracking : null);
    }

    /// <summary>Shows the first step that has something to repair, with what is wrong there.</summary>
    private Task<IResult> Invalid(SubmissionDraft draft, ImmutableArray<FieldError> problems)
    {
        var step = problems.Min(p => SubmissionFields.Of(p.Field).Step);
        var errors = FormErrors.None;
        foreach (var problem in problems.Where(p => SubmissionFields.Of(p.Field).Step == step))
            errors.Add(SubmissionFields.Of(problem.Field).Field, Sentence(problem));
        return Page(draft, step, StatusCodes.Status422UnprocessableEntity, errors);
    }

    private string Sentence(FieldError problem) =>
        texts[$"Problem.{problem.Field}.{problem.Problem}", problem.Limit] is { ResourceNotFound: false } own ? own : Problems.Sentence(shared, problem);

    private string Sentence(CommandOutcome outcome) => outcome.Result switch
    {
        null => shared["Unknown"],
        { Refusal: Refusal.Unavailable } => shared["Unavailable"],
        _ => texts["Refused"],
    };

    private async Task<IResult> Page(
        SubmissionDraft draft, SubmissionStep step, int status = StatusCodes.Status200OK, FormErrors? errors = null, string? notice = null,
        string? sent = null)
    {
        var marks = step is SubmissionStep.Story or SubmissionStep.Check ? await DraftMarks.Of(draft, guard) : DraftMarks.None;
        return Pages.Show<SubmissionPage>(
            status, new { Draft = draft, Step = step, Marks = marks, Errors = errors ?? FormErrors.None, Notice = notice, Sent = sent });
    }

    private static SubmissionStep StepOf(string? text) => text switch
    {
        "2" => SubmissionStep.Story,
        "3" => SubmissionStep.Contacts,
        "4" => SubmissionStep.Check,
        _ => SubmissionStep.Service,
    };
}
