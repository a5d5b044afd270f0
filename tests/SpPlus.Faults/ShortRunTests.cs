using System.Diagnostics;
using System.Text.Json;
using SpPlus.Faults.Mutants;
using Xunit;
using Xunit.Abstractions;

namespace SpPlus.Faults;

/// <summary>The long run's little sisters, and the proof that the checker would find what it looks for.</summary>
public sealed class ShortRunTests(ITestOutputHelper output)
{
    /// <summary>As a process of its own, as people run it: where it may, in a network of its own.</summary>
    [Fact]
    public async Task Whatever_breaks_nothing_is_lost_and_nothing_is_done_twice()
    {
        using var process = Process.Start(new ProcessStartInfo(
            "dotnet", [typeof(FaultRun).Assembly.Location, "--minutes", "1", "--seed", "1"]) { RedirectStandardOutput = true })!;
        var saying = process.StandardOutput.ReadToEndAsync();
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(20));
        await process.WaitForExitAsync(patience.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        if (!process.HasExited) process.Kill(entireProcessTree: true);
        var said = await saying;
        output.WriteLine(said);

        Assert.Equal(0, process.ExitCode);
        using var result = JsonDocument.Parse(said.TrimEnd().Split('\n')[^1]);
        Assert.InRange(Of("faults"), 3, int.MaxValue);
        Assert.InRange(Of("acknowledged"), 100, int.MaxValue);
        Assert.Equal((0, 0, 0), (Of("missing"), Of("duplicated"), Of("wrong")));

        int Of(string name) => result.RootElement.GetProperty(name).GetInt32();
    }

    [Fact]
    public async Task A_silo_that_acknowledges_before_it_commits_is_found_out()
    {
        var run = await Run(Broken(Mutant.EarlyAcknowledgement, "silo killed"));
        Assert.Contains(run.Findings.Missing, m => m.StartsWith("acknowledged", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Rows_outside_the_transaction_of_their_checkpoint_are_found_out()
    {
        var run = await Run(Broken(Mutant.LooseRows, "silo killed"));
        Assert.Contains(run.Findings.Missing, m => m.StartsWith("row of a replay", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_sender_that_tries_again_blindly_is_found_out()
    {
        var run = await Run(Broken(Mutant.BlindRetry, "mail server cuts, has"));
        Assert.Contains(run.Findings.Duplicated, d => d.StartsWith("the mail server took", StringComparison.Ordinal));
    }

    private static RunOptions Broken(Mutant mutant, string only) => new() { Seed = 1, Length = TimeSpan.FromSeconds(20), Mutant = mutant, Only = only };

    private async Task<FaultRun> Run(RunOptions options)
    {
        var run = await FaultRun.Go(options, output: null);
        await using var text = new StringWriter();
        run.Write(text);
        output.WriteLine(string.Join('\n', run.Timeline.Lines));
        output.WriteLine(text.ToString());
        output.WriteLine(run.Json());
        return run;
    }
}
