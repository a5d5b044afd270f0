using System.Net;
using System.Net.Sockets;

namespace SpPlus.Standalone.Processes;

/// <summary>Free ports on loopback. All are held until the last is found, so that no two are the same.</summary>
internal sealed class Ports : IDisposable
{
    private readonly List<TcpListener> held = [];

    /// <summary>The preferred one, or the next free one the system gives.</summary>
    public int Find(int preferred) => Hold(preferred) ?? FindAny();

    public int FindAny() => Hold(0) ?? throw new StartException("This machine has no free port on 127.0.0.1.");

    public void Dispose() => held.ForEach(listener => listener.Dispose());

    private int? Hold(int port)
    {
        var listener = new TcpListener(IPAddress.Loopback, port);
        try
        {
            listener.Start();
            held.Add(listener);
            return ((IPEndPoint)listener.LocalEndpoint).Port;
        }
        catch (SocketException)
        {
            listener.Dispose();
            return null;
        }
    }
}
