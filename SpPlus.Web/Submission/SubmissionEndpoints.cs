using System.Globalization;
using Microsoft.Extensions.Localization;
using SpPlus.Contracts.Accounts;
using SpPlus.Contracts.Experiences;
using SpPlus.Web.Experiences;
using SpPlus.Web.Forms;
using SpPlus.Web.Hosting;
using SpPlus.Web.Texts;

namespace SpPlus.Web.Submission;

/// <summary>
/// SUBMIT-1…5: four steps, one form, no script, no cookie. There is no session that another site could abuse, so the form's
/// own token is not asked for.
/// </summary>
internal static class SubmissionEndpoints
{
    public static IHostApplicationBuilder AddSubmission(this IHostApplicationBuilder builder)
    {
        builder.Services.AddScoped<SubmissionChecks>();
        builder.Services.AddOptions<SubmissionOptions>().BindConfiguration("Submission").ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<SubmissionLimit>();
        return builder;
    }

    public static void MapSubmission(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/partager", (string? campagne, string? service) =>
            Show(SubmissionStep.Service, SubmissionForm.New(campagne, service)));
        routes.MapPost("/partager", Continue);
    }

    private static async Task<IResult> Continue(
        HttpContext context, PostedForm posted, SubmissionChecks checks, SubmissionLimit limit, ExperienceGateway gateway,
        IStringLocalizer<SubmissionTexts> texts, IStringLocalizer<Shared> shared)
    {
        var form = SubmissionForm.Of(posted);
        var step = (SubmissionStep)Math.Clamp(posted.Number("etape") ?? 1, 1, 4);
        switch (posted["action"])
        {
            case "chercher" or "apercu":
                return Show(step, form);
            case "retour":
                return Show((SubmissionStep)Math.Max(1, (int)step - 1), form);
        }

        // Every step up to this one: somebody may have come here by an address or an altered form.
        for (var earlier = SubmissionStep.Service; earlier <= step; earlier++)
            if (checks.Of(earlier, form) is { Any: true } errors) return Show(earlier, form, errors, StatusCodes.Status422UnprocessableEntity);
        if (step != SubmissionStep.Check) return Show(step + 1, form);
        if (posted["site"] is { Length: > 0 }) return Refused(texts["Honeypot"], StatusCodes.Status422UnprocessableEntity);
        if (!limit.Allows(context)) return Refused(texts["TooMany"], StatusCodes.Status429TooManyRequests);

        var outcome = await gateway.Send(SubmissionKey.ExperienceId(form.Key), form.Command(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName), Caller.Anonymous);
        if (outcome.Accepted) return Pages.SeeOther(form.TrackingPath);
        if (outcome.Result?.Refusal == Refusal.Invalid)
        {
            var (found, at) = checks.Of(outcome);
            return Show(at, form, found, outcome.StatusCode);
        }

        return Refused(outcome.IsUnknown ? shared["Unknown"] : shared["Unavailable"], StatusCodes.Status503ServiceUnavailable);

        IResult Refused(string notice, int status) => Show(SubmissionStep.Check, form, status: status, notice: notice);
    }

    private static IResult Show(
        SubmissionStep step, SubmissionForm form, FormErrors? errors = null, int status = StatusCodes.Status200OK, string? notice = null) =>
        Pages.Show<SubmissionPage>(status, new { Step = step, Form = form, Errors = errors ?? new FormErrors(), Notice = notice });
}
