using Microsoft.Extensions.DependencyInjection.Extensions;

namespace SpPlus.Silo.Journal;

internal static class JournalRegistration
{
    public static IHostApplicationBuilder AddJournal(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<JournalOptions>().BindConfiguration("Journal").ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<JournalSignal>();
        builder.Services.AddSingleton<FactTable>();
        builder.Services.AddSingleton<PostgresJournal>();
        builder.Services.TryAddSingleton<IJournal>(services => services.GetRequiredService<PostgresJournal>());
        builder.Services.AddHostedService(services => services.GetRequiredService<PostgresJournal>());
        return builder;
    }
}
