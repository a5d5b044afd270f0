using SpPlus.Silo.ImprovementActions;
using SpPlus.Silo.Mail.News;
using SpPlus.Silo.Projections;

namespace SpPlus.Silo.Restore;

internal static class RestoreRegistration
{
    /// <summary>Beside what an import needs.</summary>
    public static IHostApplicationBuilder AddAfterRestore(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<NewsQueries>();
        builder.Services.AddSingleton<JournalRenumbering>();
        builder.Services.AddSingleton<RestoreCatchUp>();
        builder.Services.AddSingleton<AfterRestore>();
        return builder.AddProjector<MailProjection>().AddProjector<NoticeProjection>().AddProjector<ImprovementActionProjection>();
    }
}
