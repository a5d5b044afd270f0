using Microsoft.Extensions.Localization;
using SpPlus.Contracts.Experiences;
using SpPlus.Contracts.Reports;
using SpPlus.Web.Accounts;
using SpPlus.Web.Errors;
using SpPlus.Web.Experiences;
using SpPlus.Web.Forms;
using SpPlus.Web.Hosting;
using SpPlus.Web.Texts;

namespace SpPlus.Web.Reports;

/// <summary>The reports that wait, for the DITP: closed without more, or the experience taken off the public pages (MOD-4).</summary>
internal sealed class ReportQueues(
    IGrainFactory grains, ExperienceGateway gateway, IStringLocalizer<ReportTexts> texts, IStringLocalizer<Shared> shared)
{
    public const string Path = "/moderation/signalements";

    public Task<IResult> Show(HttpContext context, string? after, string? done, ExperienceId? closed, int upTo) =>
        Page(context, after, StatusCodes.Status200OK, done: done is ReportFields.Dismiss or ReportFields.Unpublish ? done : null, closed: closed, upTo: upTo);

    public async Task<IResult> Close(HttpContext context, string id, PostedForm form)
    {
        if (!ExperienceId.TryParse(id, out var experience)) return ErrorPages.NotFound;
        var closing = ReportClosing.Of(experience, form);
        if (closing.Command() is not { } command) return ErrorPages.Page(StatusCodes.Status400BadRequest);
        var outcome = await gateway.Send(experience, command, context.User.Caller());
        if (outcome.Accepted)
        {
            var upTo = closing.Decision == ReportFields.Unpublish ? int.MaxValue : closing.UpTo;
            return Pages.SeeOther($"{Path}?fait={closing.Decision}&de={experience}&jusqua={upTo}");
        }

        if (outcome.Result?.Refusal == Refusal.NotFound) return ErrorPages.NotFound;
        return await Page(context, After(context), outcome.StatusCode, closing with { Errors = Errors(outcome, closing), Notice = Sentence(outcome) });
    }

    private Task<IResult> Page(
        HttpContext context, string? after, int status, ReportClosing? refused = null, string? done = null, ExperienceId? closed = null, int upTo = 0) =>
        context.WithAccount(async account =>
        {
            if (await grains.GetGrain<IReportDeskGrain>(0).Waiting(new() { After = after }, context.User.Caller()) is not { } queue) return ErrorPages.NotFound;
            if (closed is { } id) queue = ReportClosing.Without(queue, id, upTo);
            return Pages.Show<ReportQueuePage>(status, new
            {
                Account = account with { Reports = queue.Count }, Queue = queue, After = after, Refused = refused, Done = done, Closed = closed,
            });
        });

    /// <summary>The page of the list that the form stood on.</summary>
    private static string? After(HttpContext context) => context.Request.Query["apres"] is [{ Length: > 0 } after] ? after : null;

    private FormErrors Errors(CommandOutcome outcome, ReportClosing closing)
    {
        var (errors, field) = (new FormErrors(), closing.Decision == ReportFields.Unpublish ? ReportFields.UnpublicationReason : ReportFields.DismissalWords);
        foreach (var error in outcome.Result?.Errors ?? [])
            errors.Add($"{field}-{closing.Experience}", error.Problem == FieldProblem.Missing ? texts["Unpublish.Missing"] : Problems.Sentence(shared, error));
        return errors;
    }

    private string? Sentence(CommandOutcome outcome) => outcome.Result switch
    {
        null => shared["Unknown"].Value,
        { Refusal: Refusal.Unavailable } => shared["Unavailable"].Value,
        { Refusal: Refusal.Invalid } => null,
        { Refusal: Refusal.NothingChanged } => texts["Closed.Already"].Value,
        _ => texts["Closed.NotPublic"].Value,
    };
}
