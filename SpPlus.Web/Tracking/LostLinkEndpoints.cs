using Microsoft.Extensions.Localization;
using SpPlus.Contracts.Accounts;
using SpPlus.Web.Forms;
using SpPlus.Web.Hosting;
using SpPlus.Web.Limits;
using SpPlus.Web.Texts;

namespace SpPlus.Web.Tracking;

/// <summary>"I lost my link" (SUBMIT-4): one answer, whether or not there is such an experience and whoever its author is.</summary>
internal static partial class LostLinkEndpoints
{
    // Longer than a commit takes: whether there was anything to write is not to be told from how long it took.
    private static readonly TimeSpan Least = TimeSpan.FromMilliseconds(400);

    public static void MapLostLink(this IEndpointRouteBuilder routes)
    {
        var lost = routes.MapGroup("/suivi").AddEndpointFilter((invocation, next) =>
        {
            invocation.HttpContext.Response.Headers.CacheControl = "no-store";
            return next(invocation);
        }).FormsNeedNoToken();
        lost.MapGet("", (string? fait) => Pages.Show<LostLinkPage>(new { Draft = new LostLinkDraft(), IsAsked = fait == "demande" }));
        lost.MapPost("", Ask);
    }

    private static async Task<IResult> Ask(
        HttpContext context, PostedForm form, IGrainFactory grains, RateLimits limits, IStringLocalizer<TrackingTexts> texts, IStringLocalizer<Shared> shared, TimeProvider time, ILogger<LostLinkDraft> logger)
    {
        var draft = LostLinkDraft.Of(form).Checked(texts);
        if (draft.Errors.Any || draft.Experience is not { } experience)
            return Pages.Show<LostLinkPage>(StatusCodes.Status422UnprocessableEntity, new { Draft = draft });
        if (await limits.Refusal(LimitedAct.LostLink, context) is { } later)
            return Pages.Show<LostLinkPage>(StatusCodes.Status429TooManyRequests, new { Draft = draft, Notice = later });
        try
        {
            await Task.WhenAll(grains.GetGrain<ILostLinkGrain>(experience.Value).Ask(new() { Address = draft.Email!.Trim() }), Task.Delay(Least, time));
            return Pages.SeeOther("/suivi?fait=demande");
        }
        catch (Exception exception)
        {
            LogUnanswered(logger, exception.GetType().Name);
            return Pages.Show<LostLinkPage>(StatusCodes.Status503ServiceUnavailable, new { Draft = draft, Notice = shared["Unavailable"].Value });
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A lost link was asked for and not answered: {Reason}")]
    private static partial void LogUnanswered(ILogger logger, string reason);
}
