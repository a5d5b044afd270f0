using Microsoft.Extensions.Localization;
using SpPlus.Contracts.Accounts;
using SpPlus.Contracts.Experiences;
using SpPlus.Web.Errors;
using SpPlus.Web.Experiences;
using SpPlus.Web.Forms;
using SpPlus.Web.Hosting;
using SpPlus.Web.Limits;
using SpPlus.Web.Texts;

namespace SpPlus.Web.Reports;

/// <summary>A visitor's report (MOD-4). A refused one is shown again with everything that was written.</summary>
internal sealed class ReportFlow(
    ExperienceGateway gateway, PublicExperiences experiences, RateLimits limits, IStringLocalizer<ReportTexts> texts, IStringLocalizer<Shared> shared)
{
    public static string PathOf(ExperienceId id) => $"/experiences/{id}/signaler";

    public async Task<IResult> Ask(string id, CancellationToken cancellation) => await Find(id, cancellation) is { } experience
        ? Page(experience, ReportDraft.New())
        : ErrorPages.NotFound;

    public async Task<IResult> Take(HttpContext context, string id, PostedForm form)
    {
        if (await Find(id, context.RequestAborted) is not { } experience) return ErrorPages.NotFound;
        var draft = ReportDraft.Of(form);
        // Another site may have written it: the person reads it and sends it.
        if (!Sender.IsThisSite(context.Request)) return Page(experience, draft.Renewed());
        if (form.All(ReportFields.Trap).Count > 0)
            return Page(experience, draft, StatusCodes.Status422UnprocessableEntity, notice: texts["Trap"]);
        if (string.IsNullOrEmpty(draft.Reason))
            return Page(experience, draft, StatusCodes.Status422UnprocessableEntity, FormErrors.None.Add(ReportFields.Reason, texts["Reason.Missing"]));
        if (await limits.Refusal(LimitedAct.Report, context) is { } tooMany)
            return Page(experience, draft, StatusCodes.Status429TooManyRequests, notice: tooMany);

        var command = new ReportExperience { OperationId = draft.Operation, Reason = draft.Reason, Words = draft.Words }.BoundToContent();
        var outcome = await gateway.Send(experience.Id, command, Caller.Anonymous);
        if (outcome.Accepted) return Pages.SeeOther(PathOf(experience.Id) + "/merci");
        return outcome.Result?.Refusal == Refusal.NotFound
            ? ErrorPages.NotFound
            : Page(experience, draft, outcome.StatusCode, Errors(outcome), Sentence(outcome));
    }

    private async Task<PublicExperience?> Find(string id, CancellationToken cancellation) =>
        ExperienceId.TryParse(id, out var experience) ? await experiences.Find(experience, cancellation) : null;

    private FormErrors Errors(CommandOutcome outcome)
    {
        var errors = new FormErrors();
        foreach (var error in outcome.Result?.Errors ?? [])
            errors.Add(error.Field == nameof(ReportExperience.Words) ? ReportFields.Words : ReportFields.Reason, Problems.Sentence(shared, error));
        return errors;
    }

    private string? Sentence(CommandOutcome outcome) => outcome.Result switch
    {
        null => shared["Unknown"].Value,
        { Refusal: Refusal.Unavailable } => shared["Unavailable"].Value,
        _ => null,
    };

    private static IResult Page(
        PublicExperience experience, ReportDraft draft, int status = StatusCodes.Status200OK, FormErrors? errors = null, string? notice = null) =>
        Pages.Show<ReportPage>(status, new { Experience = experience, Draft = draft, Errors = errors ?? FormErrors.None, Notice = notice });
}
