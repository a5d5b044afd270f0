using Npgsql;
using SpPlus.Silo.Projections;

namespace SpPlus.Silo.Privacy;

/// <summary>
/// Destroys the address and the text as sent of withdrawn experiences, and the address alone where the author asked for that
/// (PRIV-1, MOD-2). Destroying twice is harmless, so a row goes
/// only after both are gone: a silo that dies in between can only repeat it, never skip it.
/// </summary>
internal sealed partial class Eraser(
    NpgsqlDataSource database,
    IGrainFactory grains,
    QueueSignal<ErasureProjection> signal,
    IHostApplicationLifetime lifetime,
    TimeProvider time,
    ILogger<Eraser> logger) : BackgroundService
{
    private const int BatchSize = 100;
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    /// <summary>True when there may be more. Public to tests.</summary>
    public async Task<bool> EraseDue(CancellationToken cancellation)
    {
        var due = await Due(cancellation);
        foreach (var (experience, addressOnly) in due)
        {
            await grains.GetGrain<IVaultGrain>(experience).Destroy();
            if (!addressOnly) await grains.GetGrain<ISentTextGrain>(experience).Destroy();
            await Done(experience, addressOnly, cancellation);
            LogErased(experience, addressOnly);
        }

        return due.Count == BatchSize;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await lifetime.Started(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            var next = signal.Next;
            try
            {
                while (await EraseDue(stoppingToken)) { }
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                LogFailed(exception);
                next = Task.Delay(Interval, time, stoppingToken);
            }

            await Task.WhenAny(next, Task.Delay(Interval, time, stoppingToken));
        }
    }

    private async Task<List<(string Experience, bool AddressOnly)>> Due(CancellationToken cancellation)
    {
        await using var command = database.CreateCommand("select experience, address_only from privacy.erasures order by queued_at limit $1");
        command.Parameters.Add(new() { Value = BatchSize });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var due = new List<(string, bool)>();
        while (await reader.ReadAsync(cancellation)) due.Add((reader.GetString(0), reader.GetBoolean(1)));
        return due;
    }

    /// <summary>Not where more is to be destroyed by now.</summary>
    private async Task Done(string experience, bool addressOnly, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand("delete from privacy.erasures where experience = $1 and address_only = $2");
        command.Parameters.Add(new() { Value = experience });
        command.Parameters.Add(new() { Value = addressOnly });
        await command.ExecuteNonQueryAsync(cancellation);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "What the author of experience {Experience} took back is destroyed; the address alone: {AddressOnly}")]
    private partial void LogErased(string experience, bool addressOnly);

    [LoggerMessage(Level = LogLevel.Warning, Message = "What authors took back is not all destroyed yet; it tries again")]
    private partial void LogFailed(Exception exception);
}
