using Orleans.Core.Internal;
using Orleans.Runtime.Placement;
using SpPlus.Contracts.Experiences;
using SpPlus.ServiceDefaults;

namespace SpPlus.Silo.Experiences;

/// <summary>
/// A silo that is going to end gives its experiences to the others, a few at a time, so that a caller waits for one experience's
/// reading and not until everything that the silo holds has been put away.
/// </summary>
internal sealed partial class HandOver(
    IGrainFactory grains, ILocalSiloDetails local, IClusterMembershipService membership, TimeProvider time, ILogger<HandOver> logger) : IDrained
{
    private const int AtOnce = 8;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    public async Task Drain(CancellationToken graceIsOver)
    {
        // Of any key: it is not called.
        var type = grains.GetGrain<IExperienceGrain>("-").GetGrainId().Type;
        var (management, given) = (grains.GetGrain<IManagementGrain>(0), 0);
        while (!graceIsOver.IsCancellationRequested)
        {
            try
            {
                if (Others() is not { Length: > 0 } others) return;
                var held = await management.GetDetailedGrainStatistics(null, [local.SiloAddress]);
                var experiences = held.Where(h => h.GrainId.Type == type).Select(h => h.GrainId).Distinct().ToArray();
                var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = graceIsOver };
                await Parallel.ForEachAsync(experiences, options, async (experience, _) =>
                    await Give(experience, others[Interlocked.Increment(ref given) % others.Length]));
                // What comes meanwhile may still be placed here.
                await Task.Delay(Pause, time, graceIsOver);
            }
            catch (OperationCanceledException) when (graceIsOver.IsCancellationRequested)
            {
                break;
            }
            catch (Exception exception)
            {
                LogStopped(exception);
                break;
            }
        }

        LogGiven(given);
    }

    private SiloAddress[] Others() =>
    [
        .. membership.CurrentSnapshot.Members.Values
            .Where(m => m.Status == SiloStatus.Active && !m.SiloAddress.Equals(local.SiloAddress)).Select(m => m.SiloAddress),
    ];

    private async Task Give(GrainId experience, SiloAddress to)
    {
        RequestContext.Set(IPlacementDirector.PlacementHintKey, to);
        await grains.GetGrain(experience).AsReference<IGrainManagementExtension>().MigrateOnIdle();
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Count} experiences were given to other silos")]
    private partial void LogGiven(int count);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Experiences are not given to other silos any more: they are put away when this one ends")]
    private partial void LogStopped(Exception exception);
}
