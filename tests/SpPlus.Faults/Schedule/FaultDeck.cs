using SpPlus.Faults.Load;
using SpPlus.Faults.Machine;

namespace SpPlus.Faults.Schedule;

/// <summary>
/// Deals faults by the seed: every kind once before any comes again, heavier ones more often after that. One in four comes while
/// another one lasts.
/// </summary>
internal sealed class FaultDeck(Platform platform, Ledger ledger, Timeline timeline, RunOptions options)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private readonly Random dice = new(options.Seed);
    private readonly Queue<Fault> first = new();
    private readonly Fault[] all = [.. FaultKinds.All.Where(fault => options.Only is null || options.Only == fault.Kind)];

    /// <summary>How often each kind came.</summary>
    public SortedDictionary<string, int> Dealt { get; } = new(StringComparer.Ordinal);

    /// <summary>Empty while the platform came back after every fault.</summary>
    public List<string> NeverRecovered { get; } = [];

    public async Task Deal(CancellationToken over)
    {
        foreach (var fault in all.OrderBy(_ => dice.Next())) first.Enqueue(fault);
        while (!over.IsCancellationRequested)
        {
            if (!await Work(dice.Next(30, 300), over)) return;
            var faults = dice.Next(4) == 0 ? new[] { Next(), Next() } : [Next()];
            await Task.WhenAll(faults.DistinctBy(PartOf).Select(fault => Befall(fault, dice.Next(platform.Silos.Count), dice.NextDouble())));
        }
    }

    private static string PartOf(Fault fault) => fault.Kind.Split(' ')[0] switch
    {
        "all" or "silo" or "clock" or "network" => "silo",
        var part => part,
    };

    private async Task Befall(Fault fault, int number, double part)
    {
        Dealt[fault.Kind] = Dealt.GetValueOrDefault(fault.Kind) + 1;
        timeline.Add($"{fault.Kind} ({number + 1}), {ledger.Accepted} acknowledged so far");
        await fault.Strike(platform, number);
        await Task.Delay(fault.Longest * part);
        await fault.Heal(platform, number);
        timeline.Add($"{fault.Kind}: over");
    }

    /// <summary>Until so many commands more are acknowledged; false when the run is over, or nothing goes on any more.</summary>
    private async Task<bool> Work(int commands, CancellationToken over)
    {
        var more = ledger.More(commands);
        if (await Task.WhenAny(more, Task.Delay(Patience, over)) == more) return true;
        if (over.IsCancellationRequested) return false;
        NeverRecovered.Add($"{commands} commands were not acknowledged within {Patience.TotalMinutes} minutes after: {timeline.Lines.LastOrDefault()}");
        return false;
    }

    private Fault Next()
    {
        if (first.TryDequeue(out var fault)) return fault;
        var at = dice.Next(all.Sum(f => f.Weight));
        return all.First(f => (at -= f.Weight) < 0);
    }
}
