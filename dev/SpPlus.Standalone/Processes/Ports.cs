using System.Net;
using System.Net.Sockets;

namespace SpPlus.Standalone.Processes;

/// <summary>Free ports on loopback. All are held until the last is found, so that no two are the same.</summary>
internal sealed class Ports : IDisposable
{
    // Below those that systems give to outgoing connections: between the look and the use nobody is given one.
    private const int First = 16_384, Count = 16_384;

    private static int last = Random.Shared.Next(Count);

    private readonly List<TcpListener> held = [];

    /// <summary>One that this process was not given before.</summary>
    public static int Free()
    {
        using var ports = new Ports();
        return ports.FindAny();
    }

    /// <summary>The preferred one, or another free one.</summary>
    public int Find(int preferred) => Hold(preferred) ?? FindAny();

    public int FindAny()
    {
        for (var tries = 0; tries < Count; tries++)
        {
            if (Hold(First + (Interlocked.Increment(ref last) & (Count - 1))) is { } port) return port;
        }

        throw new StartException("This machine has no free port on 127.0.0.1.");
    }

    public void Dispose() => held.ForEach(listener => listener.Dispose());

    private int? Hold(int port)
    {
        var listener = new TcpListener(IPAddress.Loopback, port);
        try
        {
            listener.Start();
            held.Add(listener);
            return port;
        }
        catch (SocketException)
        {
            listener.Dispose();
            return null;
        }
    }
}
