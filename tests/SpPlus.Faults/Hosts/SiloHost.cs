using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
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
                var projections = services.Where(s => s.ServiceType == typeof(IProjection)).ToArray();
                services.RemoveAll<IProjection>();
                foreach (var projection in projections) services.AddSingleton(s => Loosened(s, (IProjection)projection.ImplementationFactory!(s)));
                break;
            case Mutant.EarlySettlement:
                services.AddSingleton<IOutgoingGrainCallFilter, EarlySettlement>();
                break;
            case Mutant.None:
                break;
        }
    }

    private static IProjection Loosened(IServiceProvider services, IProjection projection) =>
        projection is ReadModelProjection ? services.GetRequiredService<LooseRows>() : projection;
}
