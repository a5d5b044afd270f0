using SpPlus.Web.Privacy;

namespace SpPlus.Web.Submission;

internal static class SubmissionRegistration
{
    public static IHostApplicationBuilder AddSubmission(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<PersonalDataGuard>();
        builder.Services.AddSingleton<SubmissionFlow>();
        return builder;
    }
}
