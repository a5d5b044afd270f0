using Microsoft.Extensions.DependencyInjection.Extensions;
using SpPlus.Silo.ImprovementActions;
using SpPlus.Silo.Privacy.Erasure;

namespace SpPlus.Silo.Projections;

internal static class ProjectionRegistration
{
    /// <summary>Every projection, and the service that keeps them up to date.</summary>
    public static IHostApplicationBuilder AddProjections(this IHostApplicationBuilder builder)
    {
        builder.Services.AddHostedService<ProjectionService>();
        return builder.AddProjection<ReadModelProjection>().AddProjection<TransferProjection>().AddProjection<NoticeProjection>().AddProjection<ReattachmentProjection>()
            .AddProjection<MailProjection>().AddProjection<ErasureProjection>().AddProjection<ReportProjection>()
            .AddProjection<ImprovementActionProjection>();
    }

    /// <summary>For who projects by hand.</summary>
    public static IHostApplicationBuilder AddProjector<TProjection>(this IHostApplicationBuilder builder)
        where TProjection : class, IProjection
    {
        builder.Services.AddOptions<ProjectorOptions>().BindConfiguration("Projections").ValidateDataAnnotations().ValidateOnStart();
        builder.Services.TryAddSingleton<Projector>();
        builder.Services.TryAddSingleton(typeof(Projector<>));
        builder.Services.AddSingleton<TProjection>();
        builder.Services.AddSingleton<QueueSignal<TProjection>>();
        return builder;
    }

    private static IHostApplicationBuilder AddProjection<TProjection>(this IHostApplicationBuilder builder)
        where TProjection : class, IProjection
    {
        builder.AddProjector<TProjection>();
        builder.Services.AddSingleton<IProjection>(services => services.GetRequiredService<TProjection>());
        return builder;
    }
}
