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
    private static readonly Dictionary<string, string> Drained = new() { ["Drain__Grace"] = "00:00:02" };

    private static readonly Dictionary<string, string> Open = new()
    {
        ["Overload__AtOnce"] = "100000", ["Overload__Waiting"] = "0", ["Overload__Patience"] = "00:01:00",
    };

    private readonly List<Func<Task<Child>>> starts = [];
    private readonly List<Child> running = [];
    private readonly List<SiloPlace> silos = [];

    public List<Uri> Webs { get; } = [];

    public List<Uri> OpenWebs { get; } = [];

    public NpgsqlDataSource Database => database;

    public async Task Start()
    {
        for (var number = 1; number <= 2; number++)
        {
            var silo = Machine.Places().Silo with { Number = number };
            silos.Add(silo);
            await Add(() => DotNetProcesses.StartSiloAsync(machine.Children, stack, silo, CancellationToken.None));
        }

        for (var number = 1; number <= 2; number++)
        {
            var (name, address) = ($"web-{number}", Machine.Places().Web);
            Webs.Add(address);
            await Add(() => StartWeb(name, address, Drained));
            var open = Machine.Places().Web;
            OpenWebs.Add(open);
            await StartWeb($"open-web-{number}", open, Open);
        }
    }

    /// <summary>As an orchestrator does it: one after the other, the next once the last is ready again.</summary>
    public async Task RestartAll()
    {
        for (var index = 0; index < running.Count; index++)
        {
            var clock = Stopwatch.StartNew();
            await running[index].DisposeAsync();
            var ended = clock.Elapsed;
            running[index] = await starts[index]();
            Console.Error.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"  {running[index].Command.Name} ended within {ended.TotalSeconds:0.0} s, ready {(clock.Elapsed - ended).TotalSeconds:0.0} s later"));
        }
    }

    public async Task<int> Missing(Guid[] acknowledged)
    {
        await using var command = database.CreateCommand(
            """
            select count(*) from unnest($1) as a (id)
            left join (select operation_id, count(*) as facts from journal.facts group by operation_id) f on f.operation_id = a.id
            where f.facts is distinct from 1
            """);
        command.Parameters.Add(new() { Value = acknowledged, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid });
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
