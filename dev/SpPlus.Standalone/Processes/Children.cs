using System.Collections.Concurrent;

namespace SpPlus.Standalone.Processes;

/// <summary>All that was started, whether or not the start as a whole succeeded.</summary>
internal sealed class Children(string logFolder) : IAsyncDisposable
{
    private readonly ConcurrentBag<Child> started = [];

    public Child Start(ChildCommand command)
    {
        var child = Child.Start(command, logFolder);
        started.Add(child);
        return child;
    }

    /// <summary>Ends with the first child that ends without having been asked to.</summary>
    public async Task<Child> FirstLostAsync(CancellationToken cancellation)
    {
        var watched = started.Where(child => !child.IsStopping).ToDictionary(child => (Task)child.Exited);
        var never = Task.Delay(Timeout.InfiniteTimeSpan, cancellation);
        while (true)
        {
            var ended = await Task.WhenAny([.. watched.Keys, never]);
            cancellation.ThrowIfCancellationRequested();
            if (watched.Remove(ended, out var child) && !child.IsStopping)
            {
                return child;
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var rank in started.GroupBy(child => child.Command.Rank).OrderByDescending(rank => rank.Key))
        {
            await Task.WhenAll(rank.Select(child => child.DisposeAsync().AsTask()));
        }
    }
}
