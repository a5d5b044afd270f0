using System.Diagnostics;
using System.Globalization;
using Npgsql;
using NpgsqlTypes;
using SpPlus.Standalone.Contract;
using SpPlus.Standalone.Parts;
using SpPlus.Standalone.Processes;

namespace SpPlus.Benchmarks.Measures;

/// <summary>Two silos and two webs, as delivered, that can be restarted one by one; and two webs more that turn nobody away.</summary>
internal sealed class OverloadSubject(Machine machine, StackConnections stack, NpgsqlDataSource database)
{
    // A web lets a balancer see that it goes; a silo gives its experiences away one after another.
    private static readonly Dictionary<string, string> WebDrain = new() { [DotNetProcesses.DrainGrace] = "00:00:03" };
    private static readonly Dictionary<string, string> SiloDrain = new() { [DotNetProcesses.DrainGrace] = "00:00:15" };

    private static readonly Dictionary<string, string> Open = new()
    {
        ["Overload__AtOnce"] = "100000", ["Overload__Waiting"] = "0", ["Overload__Patience"] = "00:01:00",
    };

    private readonly List<Func<Task<Child>>> starts = [];
    private readonly List<Child> running = [];
    private readonly List<SiloPlace> silos = [];

    /// <summary>Of experiences: one for what is too much, and one that has not grown by it for the restarts.</summary>
    public const int Rounds = 2;

    public List<Uri> Webs { get; } = [];

    public List<Uri> OpenWebs { get; } = [];

    public NpgsqlDataSource Database => database;

    public async Task Start()
    {
        for (var number = 1; number <= 2; number++)
        {
            var silo = Machine.Places().Silo with { Number = number };
            silos.Add(silo);
            await Add(() => DotNetProcesses.StartSiloAsync(machine.Children, stack, silo, SiloDrain, CancellationToken.None));
        }

        for (var number = 1; number <= 2; number++)
        {
            var (name, address) = ($"web-{number}", Machine.Places().Web);
            Webs.Add(address);
            await Add(() => StartWeb(name, address, WebDrain));
            var open = Machine.Places().Web;
            OpenWebs.Add(open);
            await StartWeb($"open-web-{number}", open, Open);
        }
    }

    /// <summary>Orchestrators call it the minimum that a new one is ready for before the next ends.</summary>
    private static readonly TimeSpan BetweenTwo = TimeSpan.FromSeconds(10);

    /// <summary>As an orchestrator does it: one after the other, the next a while after the last is ready again.</summary>
    public async Task RestartAll()
    {
        var sinceStart = Stopwatch.StartNew();
        for (var index = 0; index < running.Count; index++)
        {
            var clock = Stopwatch.StartNew();
            await running[index].DisposeAsync();
            var ended = clock.Elapsed;
            running[index] = await starts[index]();
            Console.Error.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"  {sinceStart.Elapsed.TotalSeconds,5:0.0} s: {running[index].Command.Name} ended within {ended.TotalSeconds:0.0} s, ready {(clock.Elapsed - ended).TotalSeconds:0.0} s later"));
            await Task.Delay(BetweenTwo);
        }
    }

    public async Task<int> Missing(string[] acknowledged)
    {
        await using var command = database.CreateCommand(
            """
            select count(*) from unnest($1) as a (tag)
            left join (
                select substring(body ->> 'text' from '[a-p]{32}') as tag, count(*) as facts from journal.facts where kind = 'comment-added' group by 1) f using (tag)
            where f.facts is distinct from 1
            """);
        command.Parameters.Add(new() { Value = acknowledged, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text });
        command.CommandTimeout = 300;
        return (int)(long)(await command.ExecuteScalarAsync())!;
    }

    private async Task Add(Func<Task<Child>> start)
    {
        starts.Add(start);
        running.Add(await start());
    }

    private async Task<Child> StartWeb(string name, Uri address, Dictionary<string, string> more)
    {
        var settings = ProcessContract.ForWeb(stack, address, silos);
        foreach (var (key, value) in more) settings[key] = value;
        var child = machine.Children.Start(DotNetProcesses.Command(name, "SpPlus.Web", "SpPlus.Web.dll", [], settings, rank: 2));
        await Readiness.ForHttpAsync(child, new(address, "/health"), TimeSpan.FromSeconds(90), CancellationToken.None);
        return child;
    }
}
