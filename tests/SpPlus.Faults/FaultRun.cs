using System.Text.Json;
using SpPlus.Contracts.Experiences;
using SpPlus.Faults.Checking;
using SpPlus.Faults.Load;
using SpPlus.Faults.Machine;
using SpPlus.Faults.Mutants;
using SpPlus.Faults.Schedule;
using SpPlus.Tests.Experiences.Decisions;

namespace SpPlus.Faults;

/// <summary>One run: load, faults, quiet, check.</summary>
internal sealed record FaultRun(RunOptions Options, Ledger Ledger, Timeline Timeline, SortedDictionary<string, int> Faults, Findings Findings, int Ends)
{
    private const int HotExperiences = 3;

    /// <summary>Prints what was seen, and one line of JSON at the end; 0 when nothing is missing, doubled or wrong.</summary>
    public static async Task<int> Print(RunOptions options)
    {
        Console.WriteLine($"seed {options.Seed}, {options.Length.TotalMinutes:0.##} minutes, {options.Silos} silos, {options.Callers} callers, mutant {options.Mutant}");
        var run = await Go(options, Console.Out);
        run.Write(Console.Out);
        Console.WriteLine(run.Json());
        return run.Findings.IsClean ? 0 : 1;
    }

    public static async Task<FaultRun> Go(RunOptions options, TextWriter? output)
    {
        var (ledger, timeline) = (new Ledger(), new Timeline(output));
        await using var platform = await Platform.Start(options, timeline);
        timeline.Add("started");
        using var over = new CancellationTokenSource();
        using var web = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = platform.WebAddress, Timeout = TimeSpan.FromSeconds(8) };
        var hot = await HotOnes(platform, ledger, timeline);
        var load = Enumerable.Range(1, options.Callers).Select(number => new Course(
            number, options.Callers, new(HashCode.Combine(options.Seed, number)), new(number, platform, ledger, timeline, over.Token), web, hot, timeline).Run(over.Token)).ToArray();
        var deck = new FaultDeck(platform, ledger, timeline, options);
        over.CancelAfter(options.Length);
        await deck.Deal(over.Token);
        await Task.WhenAll(load);
        timeline.Add("quiet");
        await platform.AllStarted();
        var findings = await new Checker(platform, ledger, timeline).Check();
        findings.Wrong.AddRange(deck.NeverRecovered);
        timeline.Add("checked");
        return new(options, ledger, timeline, deck.Dealt, findings, platform.Silos.Sum(silo => silo.Ends));
    }

    public void Write(TextWriter output)
    {
        output.WriteLine();
        output.WriteLine($"{Ledger.Sent.Count} commands sent: {Count(Outcome.Accepted)} acknowledged, {Count(Outcome.Refused)} refused, " +
            $"{Count(Outcome.Unknown)} unknown of which {Findings.UnknownAndRecorded} recorded");
        foreach (var command in Ledger.Sent.GroupBy(s => s.Command).OrderByDescending(g => g.Count()))
            output.WriteLine($"  {command.Key,-34} {command.Count(s => s.Outcome == Outcome.Accepted),6} of {command.Count(),6}");
        output.WriteLine($"{Faults.Values.Sum()} faults; silos that ended by themselves and were started again: {Ends}");
        foreach (var (kind, count) in Faults) output.WriteLine($"  {kind,-34} {count,6}");
        output.WriteLine($"{Findings.MailsTaken} mails taken; {Findings.Held} held, {Findings.HeldAndTaken} of which the mail server had");
        output.WriteLine($"missing {Findings.Missing.Count}, duplicated {Findings.Duplicated.Count}, otherwise wrong {Findings.Wrong.Count}");
        foreach (var finding in Findings.Some(15)) output.WriteLine("  " + finding);
    }

    public string Json() => JsonSerializer.Serialize(new
    {
        seed = Options.Seed,
        minutes = Options.Length.TotalMinutes,
        mutant = Options.Mutant == Mutant.None ? null : Options.Mutant.ToString(),
        acknowledged = Count(Outcome.Accepted),
        unknown = Count(Outcome.Unknown),
        faults = Faults.Values.Sum(),
        kinds = Faults,
        mails = Findings.MailsTaken,
        missing = Findings.Missing.Count,
        duplicated = Findings.Duplicated.Count,
        wrong = Findings.Wrong.Count,
        held = Findings.Held,
    });

    private int Count(Outcome outcome) => Ledger.Sent.Count(s => s.Outcome == outcome);

    private static async Task<IReadOnlyList<ExperienceId>> HotOnes(Platform platform, Ledger ledger, Timeline timeline)
    {
        var writer = new Writer(0, platform, ledger, timeline, CancellationToken.None);
        var ids = new List<ExperienceId>();
        for (var i = 0; i < HotExperiences; i++)
        {
            var id = ExperienceId.From($"hot {i}");
            await writer.Send(id, New.Submission(), Contracts.Accounts.Caller.Anonymous, patient: true);
            if (await writer.Send(id, New.Publication("caf-gironde"), People.Moderator, patient: true) is { Accepted: true }) ids.Add(id);
        }

        return ids;
    }
}
