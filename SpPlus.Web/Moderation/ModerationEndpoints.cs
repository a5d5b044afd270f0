using Microsoft.Extensions.Localization;
using SpPlus.Contracts.Accounts;
using SpPlus.Contracts.Experiences;
using SpPlus.Web.Accounts;
using SpPlus.Web.Errors;
using SpPlus.Web.Experiences;
using SpPlus.Web.Forms;
using SpPlus.Web.Hosting;
using SpPlus.Web.Kit;
using SpPlus.Web.Texts;

namespace SpPlus.Web.Moderation;

/// <summary>The DITP's desk (MOD-1, ROUTE-1). Whoever does not moderate is told that there is no such page.</summary>
internal static class ModerationEndpoints
{
    public static void MapModeration(this IEndpointRouteBuilder routes)
    {
        var moderation = routes.MapGroup("/moderation").RequireSignIn();
        moderation.MapGet("", ShowQueue);
        moderation.MapGet("/{id}", ShowExperience);
        moderation.MapPost("/{id}", Decide);
    }

    private static Task<IResult> ShowQueue(HttpContext context, string? apres, string? fait, Desk desk) => context.WithAccount(async account =>
        await desk.ModerationQueue(new() { After = apres }, context.User.Caller()) is { } queue
            ? Pages.Show<ModerationQueuePage>(new { Account = account, Queue = queue, Done = fait })
            : ErrorPages.NotFound);

    private static Task<IResult> ShowExperience(HttpContext context, string id, string? fait, ExperienceGateway gateway) =>
        context.WithAccount(async account => await Page(context, account, id, gateway, draft: null, FormErrors.None, notice: null, done: fait));

    private static async Task<IResult> Decide(
        HttpContext context, string id, PostedForm form, ExperienceGateway gateway, IStringLocalizer<ModerationTexts> texts,
        IStringLocalizer<Shared> shared)
    {
        if (!ExperienceId.TryParse(id, out var experience)) return ErrorPages.NotFound;
        var (draft, choice) = (ModerationDraft.Of(form), form["decision"]);
        if (choice is null or "chercher" || !form.IsTrusted)
        {
            var notice = form.IsTrusted ? null : (string)shared["FormExpired"];
            return await Again(FormErrors.None, notice, form.IsTrusted ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest);
        }

        if (ModerationCommands.From(choice, draft, form) is not { } command) return ErrorPages.Page(StatusCodes.Status400BadRequest);
        var outcome = await gateway.Send(experience, command, context.User.Caller());
        if (outcome.Accepted)
            return Pages.SeeOther(choice is "acheminer" or "depublier" ? $"/moderation/{experience}?fait={choice}" : $"/moderation?fait={choice}");
        if (outcome.Result?.Refusal == Refusal.NotFound) return ErrorPages.NotFound;
        return await Again(ModerationCommands.Errors(outcome, choice, shared), Sentence(outcome, texts, shared), outcome.StatusCode);

        Task<IResult> Again(FormErrors errors, string? notice, int status) => context.WithAccount(account =>
            Page(context, account, id, gateway, draft, errors, notice, done: null, status));
    }

    private static async Task<IResult> Page(
        HttpContext context, AccountView account, string id, ExperienceGateway gateway, ModerationDraft? draft, FormErrors errors,
        string? notice, string? done, int status = StatusCodes.Status200OK)
    {
        if (!account.IsSteward || !ExperienceId.TryParse(id, out var experience)) return ErrorPages.NotFound;
        if (await gateway.View(experience, context.User.Caller()) is not { } view) return ErrorPages.NotFound;
        return Pages.Show<ModerationPage>(status, new
        {
            Account = account,
            View = view,
            Draft = draft ?? ModerationDraft.Of(view),
            Errors = errors,
            Notice = notice,
            Done = done,
            History = await gateway.History(experience, context.User.Caller()) ?? [],
        });
    }

    private static string? Sentence(CommandOutcome outcome, IStringLocalizer<ModerationTexts> texts, IStringLocalizer<Shared> shared) =>
        outcome.Result switch
        {
            null => shared["Unknown"].Value,
            { Refusal: Refusal.Unavailable } => shared["Unavailable"].Value,
            { Refusal: Refusal.AlreadyDecided, Decided: { } decided } =>
                texts[$"AlreadyDecided.{decided.Status}", decided.By, Dates.Minute(decided.At)].Value,
            { Refusal: Refusal.Invalid } => null,
            { Refusal: var refusal } => texts[$"Refusal.{refusal}"].Value,
        };
}
