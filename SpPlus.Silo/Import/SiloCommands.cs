using Npgsql;
using Spectre.Console;
using SpPlus.ServiceDefaults;
using SpPlus.Silo.Database;
using SpPlus.Silo.Mail;
using SpPlus.Silo.Mail.Operators;
using SpPlus.Silo.Privacy;
using SpPlus.Silo.Restore;
using SpPlus.Silo.Retention;

namespace SpPlus.Silo.Import;

/// <summary>What the silo's program does instead of serving when its first argument says so.</summary>
internal static class SiloCommands
{
    private const int Failed = 1;
    private const int WrongArguments = 2;
    private static readonly TimeSpan DatabaseWait = TimeSpan.FromMinutes(1);

    /// <summary>Null when the arguments name no command: the silo then starts.</summary>
    public static Task<int>? Start(string[] arguments) => arguments switch
    {
        ["import", .. var rest] => Import(rest),
        ["seed-demo"] => WithDatabase(async (services, cancellation) =>
        {
            var added = await services.GetRequiredService<DemoSeed>().Run(cancellation);
            if (added > 0) await services.GetRequiredService<PageUpdate>().Run(cancellation);
            AnsiConsole.WriteLine(added == 0 ? "Les expériences de démonstration sont déjà là." : $"{added} expériences de démonstration ajoutées.");
            return 0;
        }),
        ["seed-demo", ..] => Wrong("Usage : seed-demo"),
        ["retention"] => PersonalData((command, cancellation) => command.Report(cancellation)),
        ["retention", "--dry-run"] => PersonalData((command, cancellation) => command.DryRun(cancellation)),
        ["retention", ..] => Wrong("Usage : retention [--dry-run]"),
        ["keys"] => PersonalData((command, cancellation) => command.Keys(cancellation)),
        ["mails", .. var rest] => WithDatabase((services, cancellation) => services.GetRequiredService<MailsCommand>().Run(rest, cancellation)),
        ["after-restore"] => AfterRestore(force: false),
        ["after-restore", "--force"] => AfterRestore(force: true),
        ["after-restore", ..] => Wrong("Usage : after-restore [--force]"),
        _ => null,
    };

    private static Task<int> Import(string[] rest) => ImportArguments.Parse(rest) is { } arguments
        ? WithDatabase((services, cancellation) => services.GetRequiredService<ImportCommand>().Run(arguments, cancellation))
        : Wrong(ImportArguments.Usage);

    private static Task<int> PersonalData(Func<PersonalDataCommand, CancellationToken, Task<int>> run) =>
        WithDatabase((services, cancellation) => run(services.GetRequiredService<PersonalDataCommand>(), cancellation));

    private static Task<int> AfterRestore(bool force) => WithDatabase(
        (services, cancellation) => services.GetRequiredService<AfterRestore>().Run(force, cancellation), isRestoring: true);

    private static Task<int> Wrong(string usage)
    {
        AnsiConsole.WriteLine(usage);
        return Task.FromResult(WrongArguments);
    }

    private static async Task<int> WithDatabase(Func<IServiceProvider, CancellationToken, Task<int>> run, bool isRestoring = false)
    {
        using var interrupted = new CancellationTokenSource();
        Console.CancelKeyPress += (_, pressed) => pressed.Cancel = interrupted.TryCancel();
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        if (builder.Configuration.GetConnectionString("spplus") is null)
        {
            AnsiConsole.WriteLine("ConnectionStrings__spplus ne dit pas où est la base de données.");
            return Failed;
        }

        builder.AddSpPlusDatabase();
        builder.AddDirectory(isRestoring);
        builder.AddImport();
        builder.AddSealing();
        builder.AddRetentionReport();
        builder.Services.AddSingleton<PersonalDataCommand>();
        builder.AddMailOrders();
        builder.Services.AddSingleton<MailsCommand>();
        builder.AddAfterRestore();
        using var host = builder.Build();
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(interrupted.Token);
        patience.CancelAfter(DatabaseWait);
        try
        {
            await host.StartAsync(patience.Token);
        }
        catch (Exception exception) when (exception is OperationCanceledException or NpgsqlException or RestoredDatabaseException)
        {
            AnsiConsole.WriteLine(exception switch
            {
                NpgsqlException refused => $"La base de données refuse : {refused.Message}",
                RestoredDatabaseException => "Cette base de données a été restaurée : lancez d’abord after-restore (docs/operations.md).",
                _ => "La base de données ne répond pas.",
            });
            return Failed;
        }

        try
        {
            return await run(host.Services, interrupted.Token);
        }
        finally
        {
            await host.StopAsync();
        }
    }

    private static bool TryCancel(this CancellationTokenSource source)
    {
        // A second Ctrl+C ends the process at once: nothing is half recorded either way.
        if (source.IsCancellationRequested) return false;
        source.Cancel();
        return true;
    }
}
