using Microsoft.AspNetCore.Antiforgery;
using SpPlus.Web.Accounts;
using SpPlus.Web.Errors;
using SpPlus.Web.Hosting;

namespace SpPlus.Web.Forms;

/// <summary>
/// The one door of all posted forms. Without the session or the token that the endpoint asks for (<see cref="FormRules"/>; a token
/// unless it says otherwise) the endpoint is not reached, and the answer is a page that holds everything typed, to be sent again.
/// </summary>
internal static class FormGuard
{
    private static readonly FormRules Default = new();

    public static void UseFormGuard(this WebApplication app) => app.Use(async (context, next) =>
    {
        if (await Refusal(context) is { } refusal) await refusal.ExecuteAsync(context);
        else await next(context);
    });

    private static async Task<IResult?> Refusal(HttpContext context)
    {
        if (!HttpMethods.IsPost(context.Request.Method) || context.GetEndpoint() is not { } endpoint) return null;
        var rules = endpoint.Metadata.GetMetadata<FormRules>() ?? Default;
        if (!rules.NeedsToken) return null;
        if (!context.Request.HasFormContentType) return ErrorPages.Page(StatusCodes.Status415UnsupportedMediaType);
        await context.Request.ReadFormAsync(context.RequestAborted);
        if (rules.NeedsSession && context.User.Caller().Subject is null)
            return Pages.Show<SessionExpiredPage>(StatusCodes.Status401Unauthorized, new { Kept = KeptForm.Of(context) });
        return await context.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(context)
            ? null
            : Pages.Show<FormExpiredPage>(StatusCodes.Status400BadRequest, new { Kept = KeptForm.Of(context) });
    }
}
