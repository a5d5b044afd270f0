using Microsoft.Extensions.DependencyInjection.Extensions;
using Orleans.Configuration;
using Orleans.Storage;
using SpPlus.ServiceDefaults;
using SpPlus.Silo.Database;
using SpPlus.Silo.Deadlines;
using SpPlus.Silo.Desk;
using SpPlus.Silo.Experiences;
using SpPlus.Silo.Import;
using SpPlus.Silo.ImprovementActions;
using SpPlus.Silo.Incidents;
using SpPlus.Silo.Journal;
using SpPlus.Silo.Mail;
using SpPlus.Silo.Privacy;
using SpPlus.Silo.Projections;
using SpPlus.Silo.Reports;
using SpPlus.Silo.Retention;
using SpPlus.Silo.Similar;

namespace SpPlus.Silo;

/// <summary>The silo, so that a process of its own, a test or a process it shares can host it.</summary>
public static class SpPlusSilo
{
    public static IHostApplicationBuilder AddSpPlusSilo(this IHostApplicationBuilder builder)
    {
        builder.AddSpPlusDatabase();
        builder.AddSpPlusRedis();
        builder.AddSiloServices();
        builder.Services.AddHostedService<RedisStartup>();
        builder.Services.AddSingleton<IDrained, HandOver>();
        // A silo that comes back waits for those it knows until they are three times silent: after all have died, half a minute
        // instead of a minute and a half.
        builder.UseOrleans(silo => silo.AddActivityPropagation()
            .Configure<ClusterMembershipOptions>(o => o.IAmAliveTablePublishTimeout = TimeSpan.FromSeconds(10)));
        return builder;
    }

    /// <summary>Everything but Orleans' own set-up: a test cluster brings its own.</summary>
    internal static IHostApplicationBuilder AddSiloServices(this IHostApplicationBuilder builder)
    {
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<IGrainStorageSerializer, StoredStateSerializer>();
        builder.Services.Configure<GrainCollectionOptions>(options => options.CollectionAge = TimeSpan.FromMinutes(15));
        builder.AddDirectory();
        builder.AddPrivacy();
        builder.AddJournal();
        builder.AddProjections();
        builder.AddDesk();
        builder.AddReports();
        builder.AddSimilar();
        builder.AddIncidents();
        builder.AddDeadlines();
        builder.AddImprovementActions();
        builder.AddMail();
        builder.AddRetention();
        builder.AddDemoSeed();
        return builder;
    }
}
