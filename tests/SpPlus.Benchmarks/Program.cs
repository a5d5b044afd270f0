using SpPlus.Benchmarks.Hosts;
using SpPlus.Benchmarks.Measures;
using SpPlus.Standalone.Processes;

try
{
    return args switch
    {
        ["write"] => await WriteBenchmark.Run(Effort.Full),
        ["write", "--short"] => await WriteBenchmark.Run(Effort.Short),
        ["live"] => await LiveBenchmark.Run(rounds: 150),
        ["live", "--short"] => await LiveBenchmark.Run(rounds: 30),
        ["overload"] => await OverloadBenchmark.Run(TimeSpan.FromSeconds(20)),
        ["overload", "--short"] => await OverloadBenchmark.Run(TimeSpan.FromSeconds(8)),
        ["inbox"] => await InboxBenchmark.Run(),
        ["host", var name] => BenchmarkHost.Run(name),
        _ => Usage(),
    };
}
catch (StartException exception)
{
    Console.Error.WriteLine(exception.Message);
    return 1;
}

static int Usage()
{
    Console.Error.WriteLine("usage: ./bench.sh write|live|overload [--short] | inbox");
    return 2;
}
