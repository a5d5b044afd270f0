using SpPlus.Silo.ImprovementActions;
using SpPlus.Silo.Privacy.Erasure;

namespace SpPlus.Silo.Projections;

internal static class ProjectionRegistration
{
    public static IHostApplicationBuilder AddProjections(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<ProjectorOptions>().BindConfiguration("Projections").ValidateDataAnnotations().ValidateOnStart();
        return builder.AddProjection<ReadModelProjection>().AddProjection<TransferProjection>().AddProjection<NoticeProjection>().AddProjection<ReattachmentProjection>()
            .AddProjection<MailProjection>().AddProjection<ErasureProjection>().AddProjection<ReportProjection>()
            .AddProjection<ImprovementActionProjection>();
    }

    /// <summary>For who projects by hand.</summary>
    public static IHostApplicationBuilder AddProjector<TProjection>(this IHostApplicationBuilder builder)
        where TProjection : class, IProjection
    {
        builder.Services.AddSingleton<TProjection>();
        builder.Services.AddSingleton<QueueSignal<TProjection>>();
        builder.Services.AddSingleton<Projector<TProjection>>();
        return builder;
    }

    private static IHostApplicationBuilder AddProjection<TProjection>(this IHostApplicationBuilder builder)
        where TProjection : class, IProjection
    {
        builder.AddProjector<TProjection>();
        builder.Services.AddHostedService(services => services.GetRequiredService<Projector<TProjection>>());
        return builder;
    }
}
