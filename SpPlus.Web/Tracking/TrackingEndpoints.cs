using Microsoft.Extensions.Localization;
using SpPlus.Contracts.Experiences;
using SpPlus.Contracts.ImprovementActions;
using SpPlus.Web.Errors;
using SpPlus.Web.Experiences;
using SpPlus.Web.Forms;
using SpPlus.Web.Hosting;
using SpPlus.Web.ImprovementActions;
using SpPlus.Web.Limits;
using SpPlus.Web.Texts;

namespace SpPlus.Web.Tracking;

/// <summary>
/// The author's page (SUBMIT-4, EVAL-1). The link is the key: a form forged elsewhere would have to hold it, so none carries a token.
/// </summary>
internal static class TrackingEndpoints
{
    public static void MapTracking(this IEndpointRouteBuilder routes)
    {
        routes.MapLostLink();
        var tracking = routes.MapGroup("/suivi/{id}/{token}").AddEndpointFilter((invocation, next) =>
        {
            var headers = invocation.HttpContext.Response.Headers;
            headers.CacheControl = "no-store";
            headers["X-Robots-Tag"] = "noindex, nofollow";
            return next(invocation);
        }).FormsNeedNoToken();
        tracking.MapGet("", Show);
        tracking.MapPost("/evaluer", Evaluate);
        tracking.MapPost("/action", EvaluateAction);
        tracking.MapAddress();
        tracking.MapFinalChoice(FinalChoice.Withdraw);
        tracking.MapFinalChoice(FinalChoice.Erase);
    }

    private static Task<IResult> Show(string id, string token, string? fait, ExperienceGateway gateway) =>
        Page(TrackingLink.Of(id, token), gateway, done: fait);

    private static async Task<IResult> Evaluate(
        HttpContext context, string id, string token, PostedForm form, ExperienceGateway gateway, RateLimits limits,
        IStringLocalizer<TrackingTexts> texts, IStringLocalizer<Shared> shared)
    {
        var link = TrackingLink.Of(id, token);
        if (link is null || EvaluationDraft.Of(form) is not { } draft) return ErrorPages.NotFound;
        if (draft.Useful is not ("oui" or "non"))
        {
            var missing = draft with { Errors = FormErrors.None.Add($"utile-{draft.Structure}", texts["Evaluate.Missing"]) };
            return await Page(link, gateway, missing, status: StatusCodes.Status422UnprocessableEntity);
        }

        if (await limits.Refusal(LimitedAct.Author, context) is { } tooMany)
            return await Page(link, gateway, draft, tooMany, status: StatusCodes.Status429TooManyRequests);
        var outcome = await gateway.Send(link.Experience, Command(draft).BoundToContent(), link.Author);
        if (outcome.Accepted) return Pages.SeeOther($"{link.Path}?fait=avis#reponse-{draft.Structure}");
        if (outcome.Result?.Refusal == Refusal.NotFound) return ErrorPages.NotFound;
        return await Page(link, gateway, draft with { Errors = Errors(draft, outcome, shared) }, new TrackingRefusals(texts, shared).Sentence(outcome), status: outcome.StatusCode);
    }

    private static async Task<IResult> EvaluateAction(
        HttpContext context, string id, string token, PostedForm form, ExperienceGateway gateway, RateLimits limits, IStringLocalizer<TrackingTexts> texts, IStringLocalizer<Shared> shared)
    {
        var link = TrackingLink.Of(id, token);
        if (link is null || ActionAnswerDraft.Of(form) is not { } draft) return ErrorPages.NotFound;
        if (draft.Answer is not { } answer)
        {
            var missing = draft with { Errors = FormErrors.None.Add(draft.Field, texts["Action.Missing"]) };
            return await Page(link, gateway, action: missing, status: StatusCodes.Status422UnprocessableEntity);
        }

        if (await limits.Refusal(LimitedAct.Author, context) is { } tooMany)
            return await Page(link, gateway, notice: tooMany, status: StatusCodes.Status429TooManyRequests, action: draft);
        var command = new EvaluateImprovementAction { OperationId = draft.Operation, Action = draft.Action, Answer = answer };
        var outcome = await gateway.Send(link.Experience, command.BoundToContent(), link.Author);
        if (outcome.Accepted) return Pages.SeeOther($"{link.Path}?fait=avis#{draft.Anchor}");
        if (outcome.Result?.Refusal == Refusal.NotFound) return ErrorPages.NotFound;
        return await Page(link, gateway, notice: new TrackingRefusals(texts, shared).Sentence(outcome), status: outcome.StatusCode, action: draft);
    }

    internal static async Task<IResult> Page(
        TrackingLink? link, ExperienceGateway gateway, EvaluationDraft? draft = null, string? notice = null, string? done = null,
        int status = StatusCodes.Status200OK, ActionAnswerDraft? action = null) =>
        link is not null && await gateway.Track(link.Experience, link.Author) is { } view
            ? Pages.Show<TrackingPage>(status, new { Link = link, View = view, Draft = draft, ActionDraft = action, Notice = notice, Done = done })
            : ErrorPages.NotFound;

    private static EvaluateResponse Command(EvaluationDraft draft) => new()
    {
        OperationId = draft.Operation,
        Structure = draft.Structure,
        Useful = draft.Useful == "oui",
        Clarity = draft.Clarity,
        Words = draft.Words,
    };

    private static FormErrors Errors(EvaluationDraft draft, CommandOutcome outcome, IStringLocalizer<Shared> shared)
    {
        var errors = FormErrors.None;
        foreach (var error in outcome.Result?.Errors ?? [])
            errors.Add((error.Field == nameof(EvaluateResponse.Clarity) ? "clarte-" : "mots-") + draft.Structure, Problems.Sentence(shared, error));
        return errors;
    }
}
