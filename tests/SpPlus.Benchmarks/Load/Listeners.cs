using System.Diagnostics;

namespace SpPlus.Benchmarks.Load;

/// <summary>All open pages, and when each of them heard of which comment.</summary>
internal sealed class Listeners : IDisposable
{
    private const int AtOnce = 64;

    private readonly List<Listener> open = [];
    private readonly List<Task> listening = [];
    private readonly List<(int Mark, long At)> heard = [];
    private int awaited = int.MaxValue;
    private TaskCompletionSource complete = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public int Count => open.Count;

    /// <summary>How many the server has let go of: none, when all is well.</summary>
    public int Lost => listening.Count(task => task.IsCompleted);

    public static async Task<(Listeners All, TimeSpan Took)> Open(Uri server, IReadOnlyList<(string Path, string Cookie)> pages)
    {
        var all = new Listeners();
        var clock = Stopwatch.StartNew();
        await Parallel.ForEachAsync(pages, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (page, _) =>
        {
            var listener = await Listener.Open(server, page.Path, page.Cookie);
            lock (all.open)
            {
                all.open.Add(listener);
                all.listening.Add(listener.Listen(all.Heard));
            }
        });
        return (all, clock.Elapsed);
    }

    /// <summary>Everything that was heard, once that many events have arrived: one that never does ends the run.</summary>
    public async Task<IReadOnlyList<(int Mark, long At)>> All(int events)
    {
        lock (heard)
        {
            awaited = events;
            if (heard.Count >= awaited) complete.TrySetResult();
        }

        await complete.Task.WaitAsync(TimeSpan.FromSeconds(30));
        lock (heard)
        {
            (awaited, complete) = (int.MaxValue, new(TaskCreationOptions.RunContinuationsAsynchronously));
            var all = heard.ToArray();
            heard.Clear();
            return all;
        }
    }

    public void Dispose()
    {
        foreach (var listener in open) listener.Dispose();
    }

    private void Heard(int mark, long at)
    {
        lock (heard)
        {
            heard.Add((mark, at));
            if (heard.Count >= awaited) complete.TrySetResult();
        }
    }
}
