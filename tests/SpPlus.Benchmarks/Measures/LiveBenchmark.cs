using System.Globalization;
using System.Text.Json;
using SpPlus.Benchmarks.Data;
using SpPlus.Benchmarks.Load;

namespace SpPlus.Benchmarks.Measures;

/// <summary>COMM-2 at size, beside the least that could do it.</summary>
internal static class LiveBenchmark
{
    public static async Task<int> Run(int rounds)
    {
        Console.Error.WriteLine("Starting PostgreSQL and the measured processes…");
        await using var machine = await Machine.Start();
        using var signIn = new SignIn(machine.RedisAddress);
        var subjects = new Subjects(machine);
        var (product, floor) = (await subjects.Live(), await subjects.Broadcast());
        var bench = new LiveBench(signIn, TimeSpan.FromSeconds(rounds < 100 ? 5 : 12), rounds);
        Console.Error.WriteLine($"{LiveSeed.Pages} pages on {floor.Name}…");
        var least = await bench.Run(floor);
        Console.Error.WriteLine($"{LiveSeed.Pages} pages on {product.Name}…");
        var measured = await bench.Run(product);

        Line($"{LiveSeed.Pages} open pages", "connect s", "p50 ms", "p99 ms", "max ms", "p50 after ok", "p99 after ok", "MB before", "MB after", "MB most", "CPU % idle", "CPU % busy");
        Row(floor.Name, least);
        Row(product.Name, measured);
        Console.WriteLine($"  of the silo meanwhile: {Text(measured.IdleSiloCpu, 1)} % idle, {Text(measured.BusySiloCpu, 1)} % busy");
        Console.WriteLine($"  PostgreSQL, transactions a second: {Text(measured.TransactionsBefore, 1)} before anybody listened, {Text(measured.TransactionsWhile, 1)} while {LiveSeed.Pages} do; connections of the web that asked anything: {measured.WebQueries}");
        Console.WriteLine();
        Console.WriteLine(JsonSerializer.Serialize(new Dictionary<string, double>
        {
            ["p99_ms"] = Math.Round(LiveMeasure.At(0.99, measured.FromSent), 1),
            ["web_mb"] = Math.Round(measured.MostMemory, 0),
            ["p50_ms"] = Math.Round(LiveMeasure.At(0.5, measured.FromSent), 1),
            ["floor_p99_ms"] = Math.Round(LiveMeasure.At(0.99, least.FromSent), 1),
            ["floor_mb"] = Math.Round(least.MostMemory, 0),
            ["web_queries"] = measured.WebQueries,
        }));
        return 0;
    }

    private static void Row(string name, LiveMeasure m) => Line(
        name, Text(m.Connecting.TotalSeconds, 1), Text(LiveMeasure.At(0.5, m.FromSent), 1), Text(LiveMeasure.At(0.99, m.FromSent), 1), Text(m.FromSent[^1], 1),
        Text(LiveMeasure.At(0.5, m.FromAccepted), 1), Text(LiveMeasure.At(0.99, m.FromAccepted), 1), Text(m.MemoryBefore), Text(m.Memory), Text(m.MostMemory), Text(m.IdleWebCpu, 1), Text(m.BusyWebCpu, 1));

    private static string Text(double figure, int digits = 0) => figure.ToString("N" + digits, CultureInfo.InvariantCulture);

    private static void Line(string subject, params string[] figures) =>
        Console.WriteLine(subject.PadRight(40) + string.Concat(figures.Select(figure => figure.PadLeft(13))));
}
