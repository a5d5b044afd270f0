using Garnet;
using SpPlus.Standalone.Parts;
using SpPlus.Standalone.Processes;
using StackExchange.Redis;

namespace SpPlus.Tests.Limits;

/// <summary>A server of the Redis protocol that can be stopped and come back at the same place; each replica has a connection of its own.</summary>
internal sealed class RedisUnderTest : IAsyncDisposable
{
    private readonly int port = Ports.Free();
    private readonly List<ConnectionMultiplexer> connections = [];
    private GarnetServer? server;

    public RedisUnderTest() => Start();

    public void Start()
    {
        server = Redis.Garnet(port);
        server.Start();
    }

    public async Task<IConnectionMultiplexer> Connection()
    {
        var connection = await ConnectionMultiplexer.ConnectAsync(new ConfigurationOptions
        {
            EndPoints = { { "127.0.0.1", port } }, AbortOnConnectFail = false, ConnectTimeout = 20_000, ReconnectRetryPolicy = new LinearRetry(100),
        });
        connections.Add(connection);
        return connection;
    }

    /// <summary>Gone, and every connection has noticed.</summary>
    public async Task Stop()
    {
        var noticed = connections.Select(connection =>
        {
            var failed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            connection.ConnectionFailed += (_, _) =>
            {
                if (!connection.IsConnected) failed.TrySetResult();
            };
            return failed.Task;
        }).ToArray();
        server!.Dispose();
        server = null;
        await Task.WhenAll(noticed).WaitAsync(TimeSpan.FromMinutes(1));
    }

    public async Task<string[]> Keys()
    {
        var keys = new List<string>();
        await foreach (var key in connections[0].GetServers()[0].KeysAsync()) keys.Add(key.ToString());
        return [.. keys];
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var connection in connections) await connection.DisposeAsync();
        server?.Dispose();
    }
}
