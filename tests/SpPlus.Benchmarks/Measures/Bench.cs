using System.Diagnostics;
using SpPlus.Benchmarks.Data;
using SpPlus.Benchmarks.Hosts;
using SpPlus.Benchmarks.Load;

namespace SpPlus.Benchmarks.Measures;

/// <summary>Runs one subject for one round: fill, warm up, measure, wait until it has nothing left to do, compare with the database.</summary>
internal sealed class Bench(Machine machine, SignIn signIn)
{
    private static readonly HttpClient Http = new(new SocketsHttpHandler { UseProxy = false }) { Timeout = TimeSpan.FromMinutes(5) };

    private int rounds;

    /// <summary>Until code is compiled for good and statements are prepared: the same load, for the same time for everyone.</summary>
    public async Task WarmUp(Subject subject, TimeSpan duration)
    {
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < duration;)
        {
            var (round, generator) = await Prepare(subject);
            var result = await generator.Run(Plan.Measured, Seed.Ids(round), duration - clock.Elapsed);
            await subject.Settle();
            await subject.Verify(Seed.Ids(round), result.Commands);
        }
    }

    public async Task<Measure> OverHttp(Subject subject)
    {
        var (round, generator) = await Prepare(subject);
        return await Run(subject, round, warmUp => generator.Run(warmUp ? Plan.WarmUp : Plan.Measured, Seed.Ids(round)));
    }

    public async Task<Measure> InProcess(Subject subject)
    {
        var round = await Fill(subject);
        return await Run(subject, round, async warmUp =>
        {
            using var answer = await Http.PostAsync(new Uri(subject.Address, $"{InProcessEndpoint.Path}?round={round}&warmUp={warmUp}"), null);
            answer.EnsureSuccessStatusCode();
            return (await answer.Content.ReadFromJsonAsync<LoadResult>())!;
        });
    }

    public async Task<LoadResult> Hot(Subject subject, TimeSpan duration)
    {
        var (round, generator) = await Prepare(subject);
        var experience = Seed.Id(round, 0);
        var warm = await generator.RunHot(experience, TimeSpan.FromMilliseconds(500));
        await subject.Settle();
        await subject.Checkpoint();
        var result = await generator.RunHot(experience, duration);
        await subject.Settle();
        await subject.Verify([experience], warm.Commands + result.Commands);
        return result;
    }

    private async Task<Measure> Run(Subject subject, int round, Func<bool, Task<LoadResult>> load)
    {
        var warm = await load(true);
        await subject.Settle();
        await subject.Checkpoint();
        var (apps, database) = (subject.Processes.Select(CpuClock.Of).ToArray(), machine.DatabaseCpu);
        var callers = Environment.CpuUsage.TotalTime;
        var result = await load(false);
        callers = Environment.CpuUsage.TotalTime - callers;
        var lag = Stopwatch.StartNew();
        await subject.Settle();
        var settled = lag.Elapsed;
        var used = subject.Processes.Select((process, index) => CpuClock.Of(process) - apps[index]).ToArray();
        var measure = new Measure(result, used.Sum(), machine.DatabaseCpu - database, used[0], callers.TotalSeconds, settled);
        await subject.Verify(Seed.Ids(round), warm.Commands + result.Commands);
        return measure;
    }

    private async Task<(int Round, LoadGenerator Generator)> Prepare(Subject subject)
    {
        var round = await Fill(subject);
        var page = Seed.Id(round, Plan.Experiences - 1);
        var sessions = await Task.WhenAll(
            Seed.Accounts.Select(account => Session.Open(subject.Address, signIn.Cookie(account.Subject, account.DisplayName), page)));
        return (round, new(subject.Address, sessions));
    }

    private async Task<int> Fill(Subject subject)
    {
        var round = rounds++;
        await subject.Fill(round);
        await subject.Settle();
        return round;
    }
}
