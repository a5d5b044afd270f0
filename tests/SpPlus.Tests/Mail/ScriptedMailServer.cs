using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading.Channels;
using MimeKit;
using SpPlus.Standalone.Processes;

namespace SpPlus.Tests.Mail;

/// <summary>A mail server on this machine that answers what the test tells it to. An answer of null cuts the connection.</summary>
internal sealed class ScriptedMailServer : IAsyncDisposable
{
    private readonly TcpListener listener;
    private readonly CancellationTokenSource end = new();
    private readonly Channel<MimeMessage> received = Channel.CreateUnbounded<MimeMessage>();
    private Task? accepting;

    public int Port { get; private set; }

    public int Connections { get; private set; }

    public List<MimeMessage> Taken { get; } = [];

    /// <summary>Closes the connection after each mail that it takes, without a word.</summary>
    public bool OneMailEach { get; set; }

    public Func<string, string?> OnSender { get; set; } = _ => "250 2.1.0 ok";

    public Func<string, string?> OnRecipient { get; set; } = _ => "250 2.1.5 ok";

    public Func<string?> OnData { get; set; } = () => "354 go on";

    /// <summary>After the whole text; what answers 250 is taken.</summary>
    public Func<MimeMessage, Task<string?>> OnContent { get; set; } = _ => Task.FromResult<string?>("250 2.0.0 taken");

    private ScriptedMailServer(int port) => listener = new(IPAddress.Loopback, port);

    /// <param name="port">One that <see cref="ClosedPort"/> gave; another free one when 0.</param>
    public static ScriptedMailServer Start(int port = 0)
    {
        var server = new ScriptedMailServer(port);
        server.listener.Start();
        server.Port = ((IPEndPoint)server.listener.LocalEndpoint).Port;
        server.accepting = server.Accept();
        return server;
    }

    /// <summary>A port that refuses connections.</summary>
    public static int ClosedPort() => Ports.Free();

    public async Task<MimeMessage> Next()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        return await received.Reader.ReadAsync(limit.Token);
    }

    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        listener.Stop();
        await accepting!;
        end.Dispose();
    }

    private async Task Accept()
    {
        var conversations = new List<Task>();
        try
        {
            while (true)
            {
                var client = await listener.AcceptTcpClientAsync(end.Token);
                Connections++;
                conversations.Add(Converse(client));
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException)
        {
            await Task.WhenAll(conversations);
        }
    }

    private async Task Converse(TcpClient client)
    {
        using (client)
        {
            try
            {
                await using var stream = client.GetStream();
                using var reader = new StreamReader(stream, Encoding.Latin1);
                await Say(stream, "220 scripted");
                while (await reader.ReadLineAsync(end.Token) is { } line)
                    if (!await Answer(line, reader, stream)) return;
            }
            catch (Exception exception) when (exception is OperationCanceledException or IOException)
            {
            }
        }
    }

    private async Task<bool> Answer(string line, StreamReader reader, NetworkStream stream)
    {
        var reply = line.Split(' ', ':')[0].ToUpperInvariant() switch
        {
            "EHLO" => "250-scripted\r\n250-PIPELINING\r\n250-CHUNKING\r\n250 8BITMIME",
            "MAIL" => OnSender(line),
            "RCPT" => OnRecipient(line),
            "DATA" => OnData(),
            "QUIT" => "221 bye",
            _ => "250 ok",
        };
        if (reply is null) return false;
        await Say(stream, reply);
        if (!reply.StartsWith("354", StringComparison.Ordinal)) return true;
        var mail = await Read(reader);
        if (await OnContent(mail) is not { } answer) return false;
        if (answer.StartsWith("250", StringComparison.Ordinal))
        {
            lock (Taken) Taken.Add(mail);
            received.Writer.TryWrite(mail);
        }

        await Say(stream, answer);
        return !OneMailEach;
    }

    private async Task<MimeMessage> Read(StreamReader reader)
    {
        var text = new StringBuilder();
        while (true)
        {
            var line = await reader.ReadLineAsync(end.Token) ?? throw new IOException("The sender hung up before the end of the mail.");
            if (line == ".") break;
            text.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
        }

        using var stream = new MemoryStream(Encoding.Latin1.GetBytes(text.ToString()));
        return await MimeMessage.LoadAsync(stream, end.Token);
    }

    private async Task Say(NetworkStream stream, string text) => await stream.WriteAsync(Encoding.Latin1.GetBytes(text + "\r\n"), end.Token);
}
