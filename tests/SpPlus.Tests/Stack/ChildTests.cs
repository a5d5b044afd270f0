using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using SpPlus.Standalone.Processes;
using Xunit;

namespace SpPlus.Tests.Stack;

public sealed class ChildTests : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);
    private readonly string folder = Directory.CreateTempSubdirectory("spplus-child-").FullName;

    [Fact]
    public async Task Whatever_a_child_started_ends_with_it()
    {
        var pidFile = Path.Combine(folder, "grandchild");
        var child = Child.Start(Bash($"sleep 300 & echo $! > '{pidFile}.new' && mv '{pidFile}.new' '{pidFile}'; wait"), folder);
        await Readiness.ForAsync(child, Limit, _ => Task.FromResult(File.Exists(pidFile)), CancellationToken.None);
        using var grandchild = Process.GetProcessById(int.Parse(await File.ReadAllTextAsync(pidFile), CultureInfo.InvariantCulture));

        await child.DisposeAsync();

        await grandchild.WaitForExitAsync().WaitAsync(Limit);
    }

    [Fact]
    public async Task A_child_that_is_killed_is_reported_with_its_last_words()
    {
        await using var children = new Children(folder);
        children.Start(Bash("echo 'no more ink'; exit 7"));

        var lost = await children.FirstLostAsync(CancellationToken.None).WaitAsync(Limit);

        Assert.Equal(7, await lost.Exited);
        Assert.Equal("no more ink", lost.Tail());
    }

    [Fact]
    public async Task A_child_that_ends_while_it_is_waited_for_is_not_waited_for_any_longer()
    {
        var child = Child.Start(Bash("echo 'no such database'; exit 3"), folder);

        var refusal = await Assert.ThrowsAsync<StartException>(
            () => Readiness.ForAsync(child, TimeSpan.FromMinutes(10), _ => Task.FromResult(false), CancellationToken.None).WaitAsync(Limit));

        Assert.Equal("no such database", refusal.LastLines);
    }

    [Fact]
    public async Task A_child_does_not_see_the_settings_of_whoever_started_it()
    {
        Environment.SetEnvironmentVariable("ConnectionStrings__stray", "somewhere else");
        var child = Child.Start(Bash("env"), folder);

        await child.Exited.WaitAsync(Limit);

        Assert.DoesNotContain("ConnectionStrings__stray", await File.ReadAllTextAsync(child.Log), StringComparison.Ordinal);
    }

    [Fact]
    public void A_taken_port_is_avoided()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;
        using var ports = new Ports();

        Assert.NotEqual(port, ports.Find(port));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private ChildCommand Bash(string script) => new("child", "bash", ["-c", script]) { WorkingDirectory = folder };
}
