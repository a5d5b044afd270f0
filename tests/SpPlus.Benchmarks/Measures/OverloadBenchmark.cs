using System.Globalization;
using System.Text.Json;
using SpPlus.Benchmarks.Data;
using SpPlus.Benchmarks.Load;
using SpPlus.Contracts.Experiences;

namespace SpPlus.Benchmarks.Measures;

/// <summary>Three times what the platform can do, with and without turning anybody away; then every process restarted under load.</summary>
internal static class OverloadBenchmark
{
    private const double Times = 3;
    private const double RestartShare = 0.3;

    // Callers have machines of their own: what they wait for each other's processor is not the platform's doing.
    private const int Niceness = 10;

    public static async Task<int> Run(TimeSpan length)
    {
        Console.Error.WriteLine("Starting PostgreSQL, two silos and four webs…");
        await using var machine = await Machine.Start(Niceness);
        using var signIn = new SignIn(machine.RedisAddress);
        var subject = await new Subjects(machine).Overloaded();
        var (experiences, others) = (Seed.Ids(0), Seed.Ids(1));
        var sessions = await Task.WhenAll(Seed.Accounts.Select(a => Session.Open(subject.Webs[0], signIn.Cookie(a.Subject, a.DisplayName), experiences[0])));

        Console.Error.WriteLine("Warming up, and looking for what it can do…");
        foreach (var web in (Uri[])[.. subject.OpenWebs, .. subject.Webs]) await Sustainable([web], sessions, experiences, length / 2);
        var sustainable = await Sustainable([.. subject.Webs], sessions, experiences, length);
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{sustainable:N0} commands a second from {sessions.Length} callers; now {Times} times as many…"));
        var open = await Loop(subject.OpenWebs, experiences, loop => loop.Run(Times * sustainable, length));
        await Task.Delay(TimeSpan.FromSeconds(5));
        // Turning away is compiled by then, as everything else is.
        await Loop(subject.Webs, experiences, loop => loop.Run(Times * sustainable, length / 4));
        await Task.Delay(TimeSpan.FromSeconds(5));
        var gated = await Loop(subject.Webs, experiences, loop => loop.Run(Times * sustainable, length));
        await Task.Delay(TimeSpan.FromSeconds(5));
        Console.Error.WriteLine("Restarting every process under load…");
        var restart = await Loop(subject.Webs, others, async loop =>
        {
            using var over = new CancellationTokenSource();
            var load = loop.Run(RestartShare * sustainable, TimeSpan.FromMinutes(5), over.Token);
            // Each experience is in memory, on one of the silos.
            await Task.Delay(TimeSpan.FromSeconds(5));
            await subject.RestartAll();
            await Task.Delay(TimeSpan.FromSeconds(2));
            await over.CancelAsync();
            return await load;
        });

        foreach (var (second, accepted, p99) in gated.Seconds) Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  second {second}: {accepted} accepted, p99 {p99:N0} ms"));
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  turned away within {gated.TurnedAwayWithin(0.5):N0} ms (median), {gated.TurnedAwayWithin(0.99):N0} ms (99 %)"));
        foreach (var (second, calls) in restart.NotAccepted) Console.Error.WriteLine($"  second {second}: {calls} not accepted");
        foreach (var (status, calls) in restart.Failures) Console.Error.WriteLine($"  {calls} answered {status}");
        var missing = await subject.Missing([.. open.Acknowledged, .. gated.Acknowledged, .. restart.Acknowledged]);
        if (((OpenResult[])[open, gated, restart]).Any(r => r.Accepted == 0)) throw new InvalidOperationException("Nothing was accepted.");
        Line("", "due/s", "accepted/s", "turned away", "failed", "unsent", "p50 ms", "p99 ms", "max ms");
        Row("three times as many, nobody turned away", open);
        Row("three times as many", gated);
        Row("rolling restart, two silos, two webs", restart);
        Console.WriteLine($"  acknowledged and not stored exactly once: {missing} of {open.Accepted + gated.Accepted + restart.Accepted}");
        Console.WriteLine();
        Console.WriteLine(JsonSerializer.Serialize(new Dictionary<string, double>
        {
            ["sustainable"] = Math.Round(sustainable),
            ["offered"] = Math.Round(gated.OfferedPerSecond),
            ["accepted"] = Math.Round(gated.AcceptedPerSecond),
            ["p99_ms"] = Milliseconds(gated, 0.99),
            ["open_p99_ms"] = Milliseconds(open, 0.99),
            ["failed"] = gated.Failed,
            ["missing"] = missing,
            ["restart_calls"] = restart.Due,
            ["restart_refused"] = restart.TurnedAway + restart.Failed + restart.Unsent,
            ["restart_p99_ms"] = Milliseconds(restart, 0.99),
        }));
        return missing == 0 ? 0 : 1;

        async Task<OpenResult> Loop(IReadOnlyList<Uri> webs, ExperienceId[] of, Func<OpenLoop, Task<OpenResult>> run)
        {
            await using var balancer = new Balancer(webs);
            return await run(new(balancer, sessions, of));
        }
    }

    /// <summary>Callers that send the next when the last was answered cannot ask too much.</summary>
    private static async Task<double> Sustainable(Uri[] webs, Session[] sessions, ExperienceId[] experiences, TimeSpan length)
    {
        var shares = sessions.Chunk(sessions.Length / webs.Length).ToArray();
        var jobs = Enumerable.Range(0, 1_000_000).Select(i => new Job(i % experiences.Length, JobKind.Comment, 0)).ToArray();
        var results = await Task.WhenAll(webs.Zip(shares, (web, share) => new LoadGenerator(web, share).Run(jobs, experiences, length)));
        return results.Sum(r => r.PerSecond);
    }

    private static double Milliseconds(OpenResult result, double quantile) => Math.Round(result.Milliseconds(quantile), 1);

    private static void Row(string name, OpenResult r) => Line(
        name, Text(r.OfferedPerSecond), Text(r.AcceptedPerSecond), Text(r.TurnedAway), Text(r.Failed), Text(r.Unsent),
        Text(r.Milliseconds(0.5), 1), Text(r.Milliseconds(0.99), 1), Text(r.Milliseconds(1), 1));

    private static string Text(double figure, int digits = 0) => figure.ToString("N" + digits, CultureInfo.InvariantCulture);

    private static void Line(string subject, params string[] figures) =>
        Console.WriteLine(subject.PadRight(42) + string.Concat(figures.Select(figure => figure.PadLeft(13))));
}
