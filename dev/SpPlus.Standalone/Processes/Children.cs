using System.Collections.Concurrent;
using System.Globalization;

namespace SpPlus.Standalone.Processes;

/// <summary>All that was started, whether or not the start as a whole succeeded.</summary>
internal sealed class Children(string logFolder) : IAsyncDisposable
{
    private readonly ConcurrentBag<Child> started = [];

    /// <summary>How far whoever starts them goes before them when processors are short; 0 for not at all.</summary>
    public int Niceness { get; init; }

    public Child Start(ChildCommand command)
    {
        var child = Child.Start(Niceness == 0 ? command : Nice(command), logFolder);
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

    private ChildCommand Nice(ChildCommand command) => command with
    {
        File = "nice", Arguments = ["-n", Niceness.ToString(CultureInfo.InvariantCulture), command.File, .. command.Arguments],
    };

    public async ValueTask DisposeAsync()
    {
        foreach (var rank in started.GroupBy(child => child.Command.Rank).OrderByDescending(rank => rank.Key))
        {
            await Task.WhenAll(rank.Select(child => child.DisposeAsync().AsTask()));
        }
    }
}
