using System.Diagnostics.Metrics;
using Microsoft.Extensions.Options;
using Npgsql;
using SpPlus.ServiceDefaults;
using SpPlus.Silo.Database;

namespace SpPlus.Silo.Privacy.Rotation;

/// <summary>
/// Wraps under the current master key what a former one still wraps: the key of each row alone, never its content. At a pace that
/// leaves the database to others; one silo at a time; what is left after a silo died is found again. docs/personal-data.md says when
/// the former key may go.
/// </summary>
internal sealed partial class KeyRotation(
    NpgsqlDataSource database,
    SealedKeys keys,
    IGrainFactory grains,
    IOptions<VaultOptions> options,
    IHostApplicationLifetime lifetime,
    TimeProvider time,
    ILogger<KeyRotation> logger) : BackgroundService
{
    private const int Step = 100;

    private readonly Gauge<long> remaining = SpPlusTelemetry.Meter.CreateGauge<long>(
        "spplus.vault.under_former_keys", "{row}", "Sealed rows that a former master key still wraps, the unknown ones included.");

    /// <summary>How many rows are left under other keys than the current one; null when another silo is at it. Public to tests.</summary>
    public async Task<long?> Rotate(CancellationToken cancellation)
    {
        await using var turn = await AdvisoryLock.TryTake(database, AdvisoryLock.KeyRotation, cancellation);
        if (turn is null) return null;
        var (last, wrapped) = (("", ""), 0);
        while (await keys.NextUnderFormer(last, Step, cancellation) is { Count: > 0 } next)
        {
            foreach (var row in next) wrapped += await Wrap(row, cancellation) ? 1 : 0;
            last = next[^1];
            await Task.Delay(options.Value.RotationPause, time, cancellation);
        }

        var uses = await keys.Uses(cancellation);
        var left = uses.Where(u => !u.IsCurrent).Sum(u => u.Rows);
        remaining.Record(left);
        if (wrapped > 0 || left > 0) LogRotated(wrapped, left);
        foreach (var unknown in uses.Where(u => !u.IsConfigured)) LogUnknownKey(unknown.Rows, unknown.MasterKeyId);
        return left;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await lifetime.Started(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Rotate(stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                LogFailed(exception);
            }

            await Task.Delay(options.Value.RotationInterval, time, stoppingToken);
        }
    }

    private async Task<bool> Wrap((string State, string Key) row, CancellationToken cancellation)
    {
        try
        {
            await (row.State == "vault" ? grains.GetGrain<IVaultGrain>(row.Key).Rewrap() : grains.GetGrain<ISentTextGrain>(row.Key).Rewrap());
            return true;
        }
        catch (Exception exception) when (!cancellation.IsCancellationRequested)
        {
            LogNotWrapped(exception, row.State, row.Key);
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Wrapped} sealed rows are wrapped by the current master key now; {Left} still by another")]
    private partial void LogRotated(int wrapped, long left);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Rows} sealed rows need master key {KeyId}, which is not configured: they do not open")]
    private partial void LogUnknownKey(long rows, string keyId);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The {State} of {Key} could not be wrapped by the current master key; it is tried again")]
    private partial void LogNotWrapped(Exception exception, string state, string key);

    [LoggerMessage(Level = LogLevel.Error, Message = "Sealed rows under former master keys could not be looked for; they are looked for again")]
    private partial void LogFailed(Exception exception);
}
