using SpPlus.Web.Forms;
using SpPlus.Web.Hosting;

namespace SpPlus.Web.Submission;

/// <summary>
/// Sharing an experience (SUBMIT-1 to 6). There is no session whose rights a forged post could borrow, and people without cookies
/// share too: the form carries no token, and none is asked for.
/// </summary>
internal static class SubmissionEndpoints
{
    public const string Path = "/partager";

    public static void MapSubmission(this IEndpointRouteBuilder routes)
    {
        // The page holds a key made for this visitor alone.
        var share = routes.MapGroup(Path).AddEndpointFilter((invocation, next) =>
        {
            invocation.HttpContext.Response.Headers.CacheControl = "private, no-cache";
            return next(invocation);
        }).FormsNeedNoToken();
        share.MapGet("", (string? campagne, string[]? service) =>
            Pages.Show<SubmissionPage>(new { Draft = SubmissionDraft.New(campagne, service ?? []), Step = SubmissionStep.Service }));
        share.MapPost("", (HttpContext context, PostedForm form, SubmissionFlow flow) => flow.Take(context, form));
    }
}
