using SpPlus.Benchmarks.Load;

namespace SpPlus.Benchmarks.Measures;

/// <summary>Everything side by side in one run: rounds alternate between the configurations, so that all of them see the same machine.</summary>
internal static class WriteBenchmark
{
    public static async Task<int> Run(Effort effort)
    {
        Console.Error.WriteLine("Starting PostgreSQL and the measured processes…");
        await using var machine = await Machine.Start();
        using var signIn = new SignIn(machine.RedisAddress);
        var subjects = new Subjects(machine);
        var (limit, plain, relational) = (await subjects.Limit(), await subjects.Plain(), await subjects.Relational());
        var (cohosted, separate) = (await subjects.Cohosted(), await subjects.Separate());
        var (bench, report) = (new Bench(machine, signIn), new Report());

        Console.Error.WriteLine("Warming up…");
        foreach (var subject in (Subject[])[plain, cohosted, relational, separate]) await bench.WarmUp(subject, effort.WarmUp);
        // The first round is thrown away for what runs without HTTP: it is its warm-up.
        for (var round = 0; round <= effort.Rounds; round++)
        {
            Console.Error.WriteLine($"Round {round} of {effort.Rounds}…");
            if (round > 0)
                foreach (var subject in (Subject[])[plain, cohosted, relational, separate])
                    report.Add(subject.Name, await bench.OverHttp(subject));
            var (appends, grains) = (await bench.InProcess(limit), await bench.InProcess(cohosted));
            if (round == 0) continue;
            report.Add(limit.Name, appends);
            report.Add(Report.WithoutHttp, grains);
        }

        for (var round = 1; round <= effort.HotRounds; round++)
        {
            Console.Error.WriteLine($"One experience for all, round {round} of {effort.HotRounds}…");
            report.AddHot(plain.Name, await bench.Hot(plain, effort.Hot));
            report.AddHot(cohosted.Name, await bench.Hot(cohosted, effort.Hot));
        }

        report.Print(cohosted.Name, separate.Name, plain.Name, relational.Name, limit.Name);
        return 0;
    }
}
