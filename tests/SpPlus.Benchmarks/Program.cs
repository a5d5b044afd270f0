using SpPlus.Benchmarks.Hosts;
using SpPlus.Benchmarks.Measures;

return args switch
{
    ["write"] => await WriteBenchmark.Run(Effort.Full),
    ["write", "--short"] => await WriteBenchmark.Run(Effort.Short),
    ["host", var name] => BenchmarkHost.Run(name),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: ./bench.sh write [--short]");
    return 2;
}
