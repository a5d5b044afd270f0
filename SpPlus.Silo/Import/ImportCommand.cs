using Npgsql;
using Spectre.Console;

namespace SpPlus.Silo.Import;

/// <summary>PUB-3, from the command line. 0: every record is accounted for. 1: the file or the database failed. 2: wrong arguments.</summary>
internal sealed class ImportCommand(Importer importer, PageUpdate pages, TimeProvider time, IAnsiConsole console)
{
    public async Task<int> Run(ImportArguments arguments, CancellationToken cancellation)
    {
        var report = new ImportReport { File = Path.GetFileName(arguments.File), DryRun = arguments.DryRun };
        var started = time.GetTimestamp();
        try
        {
            await using var file = new FileStream(
                arguments.File, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.Asynchronous | FileOptions.SequentialScan);
            await ImportProgress.Show(console, file.Length, progress => importer.Run(file, report, progress, cancellation));
        }
        catch (Exception exception) when (Explain(exception, arguments) is { } reason)
        {
            report.StoppedBecause = reason;
        }

        report.Seconds = Math.Round(time.GetElapsedTime(started).TotalSeconds, 2);
        if (report.Imported > 0 && !report.DryRun) await pages.Run(cancellation);
        ImportReportView.Print(console, report);
        if (arguments.Report is { } path) await ImportReportView.Save(report, path);
        return report.IsComplete ? 0 : 1;
    }

    private static string? Explain(Exception exception, ImportArguments arguments) => exception switch
    {
        ImportRefusedException refused => refused.Message,
        OperationCanceledException => "interrompu : relancez la même commande, elle reprend où elle s’est arrêtée",
        FileNotFoundException or DirectoryNotFoundException => $"« {arguments.File} » n’existe pas",
        UnauthorizedAccessException => $"« {arguments.File} » n’est pas lisible",
        IOException io => $"« {arguments.File} » : {io.Message}",
        NpgsqlException database => $"la base de données a fait défaut : {database.Message} ; relancez la même commande",
        _ => null,
    };
}
