using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace SpPlus.Benchmarks.Load;

/// <summary>
/// One kept-alive HTTP/1.1 connection, one call at a time. Written for this: a general client costs several times as much of the
/// processors that the servers under test run on.
/// </summary>
internal sealed class Connection : IDisposable
{
    private readonly Socket socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] buffer;

    private Connection(int size) => buffer = new byte[size];

    /// <summary>The buffer holds an answer's headers at least.</summary>
    public static async Task<Connection> Open(Uri server, int buffer = 64 * 1024)
    {
        var connection = new Connection(buffer);
        await connection.socket.ConnectAsync(server.Host, server.Port);
        return connection;
    }

    /// <summary>The status code. Only answers without a body leave the connection usable: others end the measure anyway.</summary>
    public async ValueTask<(int Status, string Text)> Send(byte[] request)
    {
        for (var sent = 0; sent < request.Length;) sent += await socket.SendAsync(request.AsMemory(sent));
        var length = 0;
        while (true)
        {
            var read = await socket.ReceiveAsync(buffer.AsMemory(length));
            if (read == 0) throw new IOException("The server closed the connection.");
            length += read;
            if (buffer.AsSpan(0, length).IndexOf("\r\n\r\n"u8) < 0) continue;
            var status = int.Parse(buffer.AsSpan(9, 3), CultureInfo.InvariantCulture);
            return (status, status == 303 ? "" : Encoding.UTF8.GetString(buffer, 0, length));
        }
    }

    /// <summary>The status alone, of any answer. It says when the connection is not usable after it.</summary>
    public async ValueTask<(int Status, bool IsUsable)> Ask(ReadOnlyMemory<byte> request, CancellationToken cancellation)
    {
        for (var sent = 0; sent < request.Length;) sent += await socket.SendAsync(request[sent..], cancellation);
        var (length, end) = (0, -1);
        while (end < 0)
        {
            var read = await socket.ReceiveAsync(buffer.AsMemory(length), cancellation);
            if (read == 0) throw new IOException("The server closed the connection.");
            length += read;
            end = buffer.AsSpan(0, length).IndexOf("\r\n\r\n"u8);
        }

        var status = int.Parse(buffer.AsSpan(9, 3), CultureInfo.InvariantCulture);
        if (status == 303) return (status, true);
        var body = Encoding.ASCII.GetString(buffer, 0, end).Split("Content-Length: ") is [_, var rest]
            ? int.Parse(rest.Split('\r')[0], CultureInfo.InvariantCulture)
            : -1;
        if (body < 0) return (status, false);
        for (var left = body - (length - end - 4); left > 0;)
        {
            var read = await socket.ReceiveAsync(buffer.AsMemory(0, Math.Min(left, buffer.Length)), cancellation);
            if (read == 0) return (status, false);
            left -= read;
        }

        return (status, true);
    }

    public void Dispose() => socket.Dispose();
}
