using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SpPlus.Faults.Mutants;
using SpPlus.ServiceDefaults;
using SpPlus.Silo;
using SpPlus.Silo.Journal;
using SpPlus.Silo.Mail.Smtp;
using SpPlus.Silo.Projections;

namespace SpPlus.Faults.Hosts;

/// <summary>The product's silo, with a clock that can be set wrong, and with a mutant where one is asked for.</summary>
internal static class SiloHost
{
    public static int Run(string[] args)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Services.AddSingleton<TimeProvider>(_ => new SkewedClock(args[0]));
        builder.AddServiceDefaults();
        builder.AddSpPlusSilo();
        Break(builder.Services, Enum.Parse<Mutant>(args[1]));
        var app = builder.Build();
        app.MapDefaultEndpoints();
        app.Run();
        return 0;
    }

    private static void Break(IServiceCollection services, Mutant mutant)
    {
        switch (mutant)
        {
            case Mutant.EarlyAcknowledgement:
                services.AddSingleton<IJournal>(s => new EarlyAcknowledgement(s.GetRequiredService<PostgresJournal>()));
                break;
            case Mutant.BlindRetry:
                services.AddSingleton<MailKitServer>();
                services.AddSingleton<IMailServer>(s => new BlindRetry(s.GetRequiredService<MailKitServer>()));
                break;
            case Mutant.LooseRows:
                services.AddSingleton<LooseRows>();
                services.AddSingleton<Projector<LooseRows>>();
                services.AddHostedService(s => s.GetRequiredService<Projector<LooseRows>>());
                // The product's own sleeps: nobody wakes it.
                services.AddSingleton(s => ActivatorUtilities.CreateInstance<Projector<ReadModelProjection>>(
                    s, new JournalSignal(), Options.Create(new ProjectorOptions { Idle = TimeSpan.FromDays(1) })));
                break;
            case Mutant.None:
                break;
        }
    }
}
