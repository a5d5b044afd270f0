using SpPlus.Silo.Projections;

namespace SpPlus.Silo.Incidents;

internal static class IncidentRegistration
{
    public static IHostApplicationBuilder AddIncidents(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<IncidentTable>();
        builder.Services.AddSingleton<IncidentQueries>();
        builder.Services.AddSingleton<IncidentProgress>();
        builder.Services.AddSingleton<QueueSignal<IncidentWatch>>();
        builder.Services.AddSingleton<IncidentWatch>();
        builder.Services.AddHostedService(services => services.GetRequiredService<IncidentWatch>());
        return builder;
    }
}
