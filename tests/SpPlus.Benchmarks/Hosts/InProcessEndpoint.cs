using System.Diagnostics;
using SpPlus.Benchmarks.Data;
using SpPlus.Benchmarks.Load;
using SpPlus.Web.Forms;

namespace SpPlus.Benchmarks.Hosts;

internal static class InProcessEndpoint
{
    public const string Path = "/bench/in-process";

    /// <summary>Answers with the seconds that it took.</summary>
    public static void MapInProcess<T>(this WebApplication app) where T : class, IInProcess =>
        app.MapPost(Path, async (int round, bool warmUp) =>
        {
            var doer = ActivatorUtilities.CreateInstance<T>(app.Services);
            var (jobs, experiences) = (warmUp ? Plan.WarmUp : Plan.Measured, Seed.Ids(round));
            var (next, latencies, clock) = (-1, new TimeSpan[jobs.Length], Stopwatch.StartNew());
            await Task.WhenAll(Enumerable.Range(0, Seed.Callers).Select(caller => Task.Run(async () =>
            {
                while (Interlocked.Increment(ref next) is var index && index < jobs.Length)
                {
                    var started = Stopwatch.GetTimestamp();
                    await doer.Do(jobs[index], experiences[jobs[index].Experience], caller);
                    latencies[index] = Stopwatch.GetElapsedTime(started);
                }
            })));
            return new LoadResult(jobs.Length, clock.Elapsed, latencies);
        }).FormsNeedNoToken();
}
