using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace SpPlus.Benchmarks.Load;

/// <summary>One open page: a connection whose stream is read for the marks that measured comments carry.</summary>
internal sealed class Listener : IDisposable
{
    private const int MarkDigits = 6;

    private readonly Socket socket = new(SocketType.Stream, ProtocolType.Tcp);
    private readonly byte[] buffer = new byte[4 * 1024];
    private int kept;

    private static ReadOnlySpan<byte> Sign => "mesure-"u8;

    public static string Mark(int number) => "mesure-" + number.ToString("D6", CultureInfo.InvariantCulture);

    /// <summary>Once the server has let it in and sent the first of the stream.</summary>
    public static async Task<Listener> Open(Uri server, string path, string cookie)
    {
        var listener = new Listener();
        await listener.socket.ConnectAsync(server.Host, server.Port);
        await listener.socket.SendAsync(Encoding.ASCII.GetBytes(
            $"GET {path} HTTP/1.1\r\nHost: {server.Authority}\r\nAccept: text/event-stream\r\nCookie: {cookie}\r\n\r\n"));
        var read = await listener.socket.ReceiveAsync(listener.buffer.AsMemory());
        var answer = Encoding.UTF8.GetString(listener.buffer, 0, read);
        return answer.StartsWith("HTTP/1.1 200", StringComparison.Ordinal)
            ? listener
            : throw new InvalidOperationException($"{path} was not let in: {answer[..Math.Min(answer.Length, 400)]}");
    }

    /// <summary>Until it is disposed, or the server ends it.</summary>
    public async Task Listen(Action<int, long> heard)
    {
        try
        {
            while (await socket.ReceiveAsync(buffer.AsMemory(kept)) is > 0 and var read) Take(kept + read, Stopwatch.GetTimestamp(), heard);
        }
        catch (SocketException)
        {
        }
    }

    public void Dispose() => socket.Dispose();

    /// <summary>A mark may be cut in two by the end of what was received.</summary>
    private void Take(int length, long at, Action<int, long> heard)
    {
        var rest = buffer.AsSpan(0, length);
        while (rest.IndexOf(Sign) is >= 0 and var index && rest.Length >= index + Sign.Length + MarkDigits)
        {
            heard(int.Parse(rest.Slice(index + Sign.Length, MarkDigits), CultureInfo.InvariantCulture), at);
            rest = rest[(index + Sign.Length + MarkDigits)..];
        }

        kept = Math.Min(rest.Length, Sign.Length + MarkDigits - 1);
        rest[^kept..].CopyTo(buffer);
    }
}
