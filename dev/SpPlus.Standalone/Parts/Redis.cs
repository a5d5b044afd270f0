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
    /// <summary>As the platform needs it, not started. Scripts are transactions, which they are in Redis and in Garnet are not by themselves.</summary>
    public static GarnetServer Garnet(int port, params string[] more) => new(
    [
        "--bind", "127.0.0.1", "--port", port.ToString(CultureInfo.InvariantCulture), "--lua", "true", "--lua-transaction-mode", "true", "-q", .. more,
    ]);

    public static async Task<Redis> StartAsync(
        Children children, StackFolder folder, string? redisServer, int port, CancellationToken cancellation)
    {
        if (redisServer is null)
        {
            var garnet = Garnet(port);
            garnet.Start();
            return new(garnet);
        }

        var program = Programs.Require(redisServer, $"{redisServer} is missing: install redis-server, or leave --redis-server out.");
        var child = children.Start(new("redis", program, ["--bind", "127.0.0.1", "--port", port.ToString(CultureInfo.InvariantCulture), "--save", "", "--appendonly", "no"])
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
