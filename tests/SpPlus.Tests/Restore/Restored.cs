using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Spectre.Console;
using SpPlus.Silo.Database;
using SpPlus.Silo.Import;
using SpPlus.Silo.Mail;
using SpPlus.Silo.Restore;

namespace SpPlus.Tests.Restore;

/// <summary>The step after-restore, as the command runs it: a database and no silo.</summary>
internal static class Restored
{
    public static async Task<(int Code, string Output)> MakeSafe(string connectionString, bool force = false)
    {
        var console = new StringWriter();
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection([new("ConnectionStrings:spplus", connectionString)]);
        builder.Services.AddNpgsqlDataSource(connectionString);
        builder.AddDirectory(isRestoring: true);
        builder.AddImport();
        builder.AddMailOrders();
        builder.AddAfterRestore();
        builder.Services.AddSingleton(AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(console) }));
        using var host = builder.Build();
        await host.StartAsync();
        var code = await host.Services.GetRequiredService<AfterRestore>().Run(force, CancellationToken.None);
        await host.StopAsync();
        return (code, console.ToString());
    }
}
