using Npgsql;
using SpPlus.ServiceDefaults;
using SpPlus.Silo.Accounts;
using SpPlus.Silo.Reference;
using SpPlus.Silo.Restore;

namespace SpPlus.Silo.Database;

/// <summary>
/// Schema, reference data and accounts, in this order, before the silo starts: grains find everything there. A database that
/// is not up yet is waited for; one that was restored and not made safe is refused.
/// </summary>
internal sealed partial class DatabaseStartup(
    DatabaseMigrator migrator,
    RestoreGuard guard,
    ReferenceTables reference,
    ReferenceLibrary library,
    DevelopmentAccounts development,
    AccountDirectory accounts,
    TimeProvider time,
    ILogger<DatabaseStartup> logger) : LifecycleService
{
    public override async Task StartingAsync(CancellationToken cancellationToken)
    {
        for (var wait = TimeSpan.FromMilliseconds(100); ; wait = TimeSpan.FromMilliseconds(Math.Min(wait.TotalMilliseconds * 2, 5_000)))
        {
            try
            {
                await Prepare(cancellationToken);
                return;
            }
            catch (Exception exception) when (IsNotReady(exception))
            {
                LogWaiting(exception.Message);
                await Task.Delay(wait, time, cancellationToken);
            }
        }
    }

    // Who creates the database may be slower than the silo: "does not exist" is then a "not yet".
    private static bool IsNotReady(Exception exception) => exception
        is NpgsqlException { IsTransient: true } or TimeoutException
        or PostgresException { SqlState: PostgresErrorCodes.InvalidCatalogName };

    private async Task Prepare(CancellationToken cancellation)
    {
        await migrator.Migrate(cancellation);
        await guard.Check(cancellation);
        await reference.Ship(cancellation);
        await development.Load(cancellation);
        library.Replace(await reference.Load(cancellation));
        await accounts.Load(cancellation);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The database is not ready: {Reason}")]
    private partial void LogWaiting(string reason);
}
