using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using SpPlus.Standalone.Commands;
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

    [Theory]
    [InlineData("no_proxy", "intranet.example", "intranet.example,127.0.0.1,localhost")]
    [InlineData("NO_PROXY", "intranet.example", "intranet.example,127.0.0.1,localhost")]
    [InlineData("no_proxy", null, "127.0.0.1,localhost")]
    public void A_child_does_not_ask_a_proxy_for_what_listens_here(string name, string? own, string expected)
    {
        var before = ((string[])["no_proxy", "NO_PROXY"]).Select(n => (Name: n, Value: Environment.GetEnvironmentVariable(n))).ToArray();
        try
        {
            foreach (var variable in before) Environment.SetEnvironmentVariable(variable.Name, null);
            Environment.SetEnvironmentVariable(name, own);
            var environment = new Dictionary<string, string?>();

            CleanEnvironment.Apply(environment, new Dictionary<string, string>());

            Assert.Equal((expected, expected), (environment["no_proxy"], environment["NO_PROXY"]));
        }
        finally
        {
            foreach (var variable in before) Environment.SetEnvironmentVariable(variable.Name, variable.Value);
        }
    }

    [Fact]
    public async Task An_import_that_is_stopped_ends_by_itself_where_it_can()
    {
        using var process = Process.Start(new ProcessStartInfo("bash", ["-c", "read line; sleep 0.3; exit 7"]) { RedirectStandardInput = true })!;
        using var stop = new CancellationTokenSource();
        var ending = SiloCommand.EndAsync(process, Limit, stop.Token);
        await stop.CancelAsync();
        process.StandardInput.Close();

        Assert.Equal(7, await ending);
    }

    [Fact]
    public async Task An_import_that_does_not_end_is_killed()
    {
        using var process = Process.Start(new ProcessStartInfo("bash", ["-c", "read line"]) { RedirectStandardInput = true })!;

        Assert.Equal(137, await SiloCommand.EndAsync(process, TimeSpan.Zero, new CancellationToken(canceled: true)).WaitAsync(Limit));
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
