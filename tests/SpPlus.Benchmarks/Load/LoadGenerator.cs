using System.Diagnostics;
using SpPlus.Benchmarks.Data;
using SpPlus.Contracts.Experiences;

namespace SpPlus.Benchmarks.Load;

/// <summary>64 callers, each with a connection and a session of its own; each sends its next call once the last one is answered.</summary>
internal sealed class LoadGenerator(Uri server, IReadOnlyList<Session> sessions)
{
    /// <summary>Every job once; no new one after the time limit.</summary>
    public async Task<LoadResult> Run(Job[] jobs, ExperienceId[] experiences, TimeSpan? limit = null)
    {
        var (next, until) = (-1, limit ?? TimeSpan.MaxValue);
        var latencies = new TimeSpan[jobs.Length];
        var clock = Stopwatch.StartNew();
        var elapsed = await Together(async (session, connection) =>
        {
            while (clock.Elapsed < until && Interlocked.Increment(ref next) is var index && index < jobs.Length)
                latencies[index] = await Call(connection, session.Request(jobs[index], experiences[jobs[index].Experience]));
        });
        var done = Math.Min(next + 1, jobs.Length);
        return new(done, elapsed, latencies[..done]);
    }

    /// <summary>Everybody comments on the same experience until time is up.</summary>
    public async Task<LoadResult> RunHot(ExperienceId experience, TimeSpan duration)
    {
        var all = new List<TimeSpan>();
        var clock = Stopwatch.StartNew();
        var elapsed = await Together(async (session, connection) =>
        {
            var own = new List<TimeSpan>();
            while (clock.Elapsed < duration)
                own.Add(await Call(connection, session.Request(new(own.Count, JobKind.Comment, 0), experience)));
            lock (all) all.AddRange(own);
        });
        return new(all.Count, elapsed, [.. all]);
    }

    private async Task<TimeSpan> Together(Func<Session, Connection, Task> caller)
    {
        var connections = await Task.WhenAll(sessions.Select(_ => Connection.Open(server)));
        try
        {
            var clock = Stopwatch.StartNew();
            await Task.WhenAll(sessions.Zip(connections, (session, connection) => Task.Run(() => caller(session, connection))));
            return clock.Elapsed;
        }
        finally
        {
            foreach (var connection in connections) connection.Dispose();
        }
    }

    private static async Task<TimeSpan> Call(Connection connection, byte[] request)
    {
        var started = Stopwatch.GetTimestamp();
        var (status, text) = await connection.Send(request);
        // A refused call is cheaper than an accepted one: a run that has any says nothing.
        return status == StatusCodes.Status303SeeOther
            ? Stopwatch.GetElapsedTime(started)
            : throw new InvalidOperationException($"A call was not accepted: {text[..Math.Min(text.Length, 1_000)]}");
    }
}
