using SpPlus.Benchmarks.Hosts;
using SpPlus.Benchmarks.Measures;
using SpPlus.Standalone.Processes;

try
{
    return args switch
    {
        ["write"] => await WriteBenchmark.Run(Effort.Full),
        ["write", "--short"] => await WriteBenchmark.Run(Effort.Short),
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
    Console.Error.WriteLine("usage: ./bench.sh write [--short]");
    return 2;
}
