using SpPlus.Web.Privacy;

namespace SpPlus.Web.Submission;

internal static class SubmissionRegistration
{
    public static IHostApplicationBuilder AddSubmission(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<SubmissionOptions>().BindConfiguration("Submission").ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<SubmissionLimit>();
        builder.Services.AddSingleton<PersonalDataGuard>();
        builder.Services.AddSingleton<SubmissionFlow>();
        return builder;
    }
}
