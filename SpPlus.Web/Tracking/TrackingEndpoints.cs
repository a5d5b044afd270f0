using Microsoft.Extensions.Localization;
using SpPlus.Contracts.Accounts;
using SpPlus.Contracts.Experiences;
using SpPlus.Contracts.Structures;
using SpPlus.Web.Errors;
using SpPlus.Web.Experiences;
using SpPlus.Web.Forms;
using SpPlus.Web.Hosting;
using SpPlus.Web.Texts;

namespace SpPlus.Web.Tracking;

/// <summary>SUBMIT-4, EVAL-1: the author's own page. The address is the secret: it is neither kept by caches nor told to other sites.</summary>
internal static class TrackingEndpoints
{
    private const string Path = "/suivi/{id}/{token}";

    public static void MapTracking(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(Path, (HttpContext context, string id, string token, string? fait, ExperienceGateway gateway) =>
            Show(context, id, token, gateway, done: fait));
        routes.MapPost(Path + "/evaluer", Evaluate);
        routes.MapGet(Path + "/retirer", async (HttpContext context, string id, string token, ExperienceGateway gateway) =>
            await Find(context, id, token, gateway) is { } view
                ? Pages.Show<WithdrawPage>(new { View = view, Token = token })
                : ErrorPages.NotFound);
        routes.MapPost(Path + "/retirer", Withdraw);
    }

    private static async Task<IResult> Evaluate(
        HttpContext context, string id, string token, PostedForm form, ExperienceGateway gateway, IStringLocalizer<TrackingTexts> texts,
        IStringLocalizer<Shared> shared)
    {
        if (!ExperienceId.TryParse(id, out var experience) || !StructureId.TryParse(form["structure"], out var structure)) return ErrorPages.NotFound;
        var typed = new TypedEvaluation { Structure = structure, Useful = form["utile"], Clarity = form["clarte"], Words = form["mots"] };
        if (typed.Useful is not ("oui" or "non"))
            return await Show(context, id, token, gateway, typed, texts["Error.Useful"], StatusCodes.Status422UnprocessableEntity);
        var outcome = await gateway.Send(
            experience,
            new EvaluateResponse
            {
                OperationId = form.OperationId, Structure = structure, Useful = typed.Useful == "oui", Clarity = form.Number("clarte"), Words = typed.Words,
            },
            Caller.Author(token));
        if (outcome.Accepted) return Pages.SeeOther($"/suivi/{experience}/{token}?fait=evaluation");
        if (outcome.Result?.Refusal == Refusal.NotFound) return ErrorPages.NotFound;
        return await Show(context, id, token, gateway, typed, Sentence(outcome, texts, shared), outcome.StatusCode);
    }

    private static async Task<IResult> Withdraw(
        HttpContext context, string id, string token, PostedForm form, ExperienceGateway gateway, IStringLocalizer<TrackingTexts> texts,
        IStringLocalizer<Shared> shared)
    {
        if (!ExperienceId.TryParse(id, out var experience)) return ErrorPages.NotFound;
        var outcome = await gateway.Send(experience, new WithdrawExperience { OperationId = form.OperationId }, Caller.Author(token));
        if (outcome.Accepted) return Pages.SeeOther($"/suivi/{experience}/{token}?fait=retrait");
        if (outcome.Result?.Refusal == Refusal.NotFound) return ErrorPages.NotFound;
        return await Show(context, id, token, gateway, notice: Sentence(outcome, texts, shared), status: outcome.StatusCode);
    }

    private static async Task<IResult> Show(
        HttpContext context, string id, string token, ExperienceGateway gateway, TypedEvaluation? typed = null, string? notice = null,
        int status = StatusCodes.Status200OK, string? done = null) =>
        await Find(context, id, token, gateway) is { } view
            ? Pages.Show<TrackingPage>(status, new { View = view, Token = token, Typed = typed, Notice = notice, Done = done })
            : ErrorPages.NotFound;

    private static async Task<TrackingView?> Find(HttpContext context, string id, string token, ExperienceGateway gateway)
    {
        context.Response.Headers.CacheControl = "no-store";
        return ExperienceId.TryParse(id, out var experience) ? await gateway.Track(experience, Caller.Author(token)) : null;
    }

    private static string Sentence(CommandOutcome outcome, IStringLocalizer<TrackingTexts> texts, IStringLocalizer<Shared> shared) =>
        outcome.Result switch
        {
            null => shared["Unknown"],
            { Refusal: Refusal.Unavailable } => shared["Unavailable"],
            { Refusal: Refusal.Invalid, Errors: [var first, ..] } => Problems.Sentence(shared, first),
            { Refusal: Refusal.TooLate } => texts["Error.TooLate"],
            _ => texts["Error.Status"],
        };
}
