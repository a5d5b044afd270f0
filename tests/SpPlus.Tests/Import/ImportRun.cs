using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using Spectre.Console;
using SpPlus.Silo.Database;
using SpPlus.Silo.Import;
using SpPlus.Tests.Infrastructure;

namespace SpPlus.Tests.Import;

/// <summary>The import as the command runs it: a database and no silo.</summary>
internal sealed class ImportRun : IAsyncDisposable
{
    private readonly IHost host;
    private readonly StringWriter console = new();

    private ImportRun(string connectionString)
    {
        ConnectionString = connectionString;
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection([new("ConnectionStrings:spplus", connectionString)]);
        builder.Services.AddNpgsqlDataSource(connectionString);
        builder.AddDirectory();
        builder.AddImport();
        builder.Services.AddSingleton(AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(console) }));
        host = builder.Build();
    }

    public string ConnectionString { get; }

    public string Output => console.ToString();

    public T Service<T>() where T : notnull => host.Services.GetRequiredService<T>();

    public static async Task<ImportRun> OnNewDatabase()
    {
        var run = new ImportRun(await (await PostgresServer.Running()).NewDatabase());
        await run.host.StartAsync();
        return run;
    }

    public Task<int> Import(string file, string? report = null, bool dryRun = false, CancellationToken cancellation = default) =>
        Service<ImportCommand>().Run(new() { File = file, Report = report, DryRun = dryRun }, cancellation);

    public async Task<ImportReport> Take(string file, IProgress<long>? progress = null, CancellationToken cancellation = default)
    {
        var report = new ImportReport();
        await using var stream = File.OpenRead(file);
        await Service<Importer>().Run(stream, report, progress ?? new Progress<long>(), cancellation);
        return report;
    }

    public async Task<long> Count(string sql)
    {
        await using var command = Service<NpgsqlDataSource>().CreateCommand(sql);
        return (long)(await command.ExecuteScalarAsync())!;
    }

    public async ValueTask DisposeAsync()
    {
        await host.StopAsync();
        host.Dispose();
    }
}
