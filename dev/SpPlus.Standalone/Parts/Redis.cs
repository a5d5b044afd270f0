using System.Globalization;
using System.Net.Sockets;
using Garnet;
using SpPlus.Standalone.Folders;
using SpPlus.Standalone.Processes;

namespace SpPlus.Standalone.Parts;

/// <summary>
/// The Redis protocol: Garnet in this process, or a redis-server. Nothing of it is kept: memberships of a cluster that is gone
/// would only slow the next one down.
/// </summary>
internal sealed class Redis(GarnetServer? server) : IDisposable
{
    public static async Task<Redis> StartAsync(
        Children children, StackFolder folder, string? redisServer, int port, CancellationToken cancellation)
    {
        var portText = port.ToString(CultureInfo.InvariantCulture);
        if (redisServer is null)
        {
            var garnet = new GarnetServer(["--bind", "127.0.0.1", "--port", portText, "--lua", "true", "-q"]);
            garnet.Start();
            return new(garnet);
        }

        var program = Programs.Require(redisServer, $"{redisServer} is missing: install redis-server, or leave --redis-server out.");
        var child = children.Start(new("redis", program, ["--bind", "127.0.0.1", "--port", portText, "--save", "", "--appendonly", "no"])
        {
            WorkingDirectory = folder.Path,
        });
        await Readiness.ForAsync(child, TimeSpan.FromSeconds(20), token => AcceptsAsync(port, token), cancellation);
        return new(null);
    }

    public void Dispose() => server?.Dispose();

    private static async Task<bool> AcceptsAsync(int port, CancellationToken cancellation)
    {
        using var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", port, cancellation);
        return true;
    }
}
