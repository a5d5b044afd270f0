using SpPlus.Silo.Accounts;
using SpPlus.Silo.Reference;

namespace SpPlus.Silo.Database;

/// <summary>Takes over what another silo or an administrator changed in the directory, within half a minute.</summary>
internal sealed partial class DirectoryRefresh(
    ReferenceTables tables, ReferenceLibrary library, AccountDirectory accounts, TimeProvider time, ILogger<DirectoryRefresh> logger)
    : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(30), time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await accounts.Load(stoppingToken);
                if (await tables.Version(stoppingToken) != library.Current.Data.Version) library.Replace(await tables.Load(stoppingToken));
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                LogNotRefreshed(exception);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The directory was not refreshed: the last copy stays in use")]
    private partial void LogNotRefreshed(Exception exception);
}
