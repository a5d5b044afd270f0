using System.Collections.Concurrent;
using System.Net.Sockets;

namespace SpPlus.Benchmarks.Load;

/// <summary>
/// What stands before the webs: each request goes in turn to one that says it is ready, and once more to another when the connection
/// gave no answer. It looks at them four times a second.
/// </summary>
internal sealed class Balancer : IAsyncDisposable
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(250);

    private readonly HttpClient http = new(new SocketsHttpHandler { UseProxy = false }) { Timeout = TimeSpan.FromSeconds(2) };
    private readonly CancellationTokenSource over = new();
    private readonly Place[] places;
    private readonly Task looking;
    private int turn;

    public Balancer(IReadOnlyList<Uri> webs)
    {
        places = [.. webs.Select(web => new Place(web))];
        looking = Look();
    }

    /// <summary>The status that came last; 0 for none.</summary>
    public async Task<int> Send(byte[] request, CancellationToken cancellation)
    {
        var first = Next(null);
        if (await Try(first, request, cancellation) is { } status) return status;
        return await Try(Next(first), request, cancellation) ?? 0;
    }

    public async ValueTask DisposeAsync()
    {
        await over.CancelAsync();
        await looking;
        foreach (var place in places)
            while (place.Idle.TryPop(out var connection)) connection.Dispose();
        http.Dispose();
        over.Dispose();
    }

    private Place Next(Place? other)
    {
        var start = Interlocked.Increment(ref turn) & int.MaxValue;
        var inTurn = Enumerable.Range(0, places.Length).Select(i => places[(start + i) % places.Length]).ToArray();
        return inTurn.FirstOrDefault(p => p.IsReady && p != other) ?? inTurn.FirstOrDefault(p => p.IsReady) ?? inTurn[0];
    }

    private static async Task<int?> Try(Place place, byte[] request, CancellationToken cancellation)
    {
        Connection? connection = null;
        var isKept = false;
        try
        {
            isKept = place.Idle.TryPop(out connection);
            connection ??= await Connection.Open(place.Web, buffer: 8 * 1024);
            var (status, isUsable) = await connection.Ask(request, cancellation);
            if (isUsable) place.Idle.Push(connection);
            else connection.Dispose();
            return status;
        }
        catch (Exception exception) when (exception is IOException or SocketException or OperationCanceledException)
        {
            connection?.Dispose();
            // A kept one may be that of a web which has ended since.
            return isKept && !cancellation.IsCancellationRequested ? await Try(place, request, cancellation) : null;
        }
    }

    private async Task Look()
    {
        while (!over.IsCancellationRequested)
        {
            foreach (var place in places) place.IsReady = await IsReady(place.Web);
            await Task.Delay(BetweenLooks, over.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<bool> IsReady(Uri web)
    {
        try
        {
            using var answer = await http.GetAsync(new Uri(web, "/health"), over.Token);
            return answer.IsSuccessStatusCode;
        }
        catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException)
        {
            return false;
        }
    }

    private sealed class Place(Uri web)
    {
        public Uri Web => web;

        public ConcurrentStack<Connection> Idle { get; } = new();

        public volatile bool IsReady = true;
    }
}
