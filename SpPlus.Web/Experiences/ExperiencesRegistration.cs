using SpPlus.Web.Reference;

namespace SpPlus.Web.Experiences;

internal static class ExperiencesRegistration
{
    /// <summary>What pages stand on: commands and views through the gateway, public reading, reference data.</summary>
    public static IHostApplicationBuilder AddExperiences(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<ExperienceGrains>();
        builder.Services.AddSingleton<ExperienceGateway>();
        builder.Services.AddSingleton<PublicExperiences>();
        builder.Services.AddSingleton<Accounts.Desk>();
        builder.Services.AddSingleton<ReferenceCache>();
        builder.Services.AddHostedService(services => services.GetRequiredService<ReferenceCache>());
        builder.Services.AddHealthChecks().AddCheck<ReferenceHealth>("lists");
        return builder;
    }
}
