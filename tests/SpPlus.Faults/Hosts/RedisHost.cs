using System.Globalization;
using System.Runtime.InteropServices;
using SpPlus.Standalone.Parts;

namespace SpPlus.Faults.Hosts;

/// <summary>The Redis protocol in a process of its own; what was written outlives it, as behind a Redis that appends to a file.</summary>
internal static class RedisHost
{
    public static int Run(string port, string folder)
    {
        using var server = Redis.Garnet(
            int.Parse(port, CultureInfo.InvariantCulture), "--aof", "true", "--aof-commit-freq", "0", "--recover", "true", "--checkpointdir", folder,
            "--device-type", "RandomAccess");
        server.Start();
        Console.WriteLine("Application started");
        using var ended = new ManualResetEventSlim();
        using var term = PosixSignalRegistration.Create(PosixSignal.SIGTERM, _ => ended.Set());
        ended.Wait();
        return 0;
    }
}
