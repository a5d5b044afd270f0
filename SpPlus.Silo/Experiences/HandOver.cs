using Orleans.Core.Internal;
using Orleans.Runtime.Placement;
using SpPlus.Contracts.Experiences;
using SpPlus.ServiceDefaults;

namespace SpPlus.Silo.Experiences;

/// <summary>
/// A silo that is going to end gives its experiences to the others, a few at a time and not all at once, so that a caller waits for one experience's
/// reading and not until everything that the silo holds has been put away.
/// </summary>
internal sealed partial class HandOver(
    IGrainFactory grains, ILocalSiloDetails local, IClusterMembershipService membership, TimeProvider time, ILogger<HandOver> logger) : IDrained
{
    private const int AtOnce = 4;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    public async Task Drain(TimeSpan grace, CancellationToken graceIsOver)
    {
        // Of any key: it is not called.
        var type = grains.GetGrain<IExperienceGrain>("-").GetGrainId().Type;
        var (management, given) = (grains.GetGrain<IManagementGrain>(0), 0);
        while (!graceIsOver.IsCancellationRequested)
        {
            try
            {
                if (Others() is not { Length: > 0 } others)
                {
                    // One may come back meanwhile: a restart of all is one after another.
                    await Task.Delay(Pause, time, graceIsOver);
                    continue;
                }

                var held = await management.GetDetailedGrainStatistics(null, [local.SiloAddress], graceIsOver);
                var experiences = held.Where(h => h.GrainId.Type == type).Select(h => h.GrainId).Distinct().ToArray();
                foreach (var few in experiences.Chunk(AtOnce))
                {
                    await Task.WhenAll(few.Select(experience => Give(experience, others[given++ % others.Length])));
                    await Task.Delay(PauseAfter(few.Length, experiences.Length, grace), time, graceIsOver);
                }

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

    /// <summary>Spread over two thirds of the grace: who takes them over reads each of them.</summary>
    private static TimeSpan PauseAfter(int given, int all, TimeSpan grace) => grace * 2 / 3 * given / all;

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
