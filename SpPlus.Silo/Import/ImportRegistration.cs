using Microsoft.Extensions.DependencyInjection.Extensions;
using Spectre.Console;
using SpPlus.Silo.Journal;
using SpPlus.Silo.Projections;

namespace SpPlus.Silo.Import;

internal static class ImportRegistration
{
    /// <summary>What a command-line run needs beside the database and the directory: no silo, no background work.</summary>
    public static IHostApplicationBuilder AddImport(this IHostApplicationBuilder builder)
    {
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(AnsiConsole.Console);
        builder.Services.AddSingleton<JournalSignal>();
        builder.AddProjector<ReadModelProjection>();
        builder.Services.AddSingleton<PageUpdate>();
        builder.Services.AddSingleton<ImportTable>();
        builder.Services.AddSingleton<Importer>();
        builder.Services.AddSingleton<ImportCommand>();
        builder.Services.AddSingleton<DemoSeed>();
        return builder;
    }

    public static IHostApplicationBuilder AddDemoSeed(this IHostApplicationBuilder builder)
    {
        if (!builder.Configuration.GetValue<bool>("Demo:Seed")) return builder;
        builder.Services.AddSingleton<ImportTable>();
        builder.Services.AddSingleton<DemoSeed>();
        builder.Services.AddHostedService<DemoSeedOnStart>();
        return builder;
    }
}
