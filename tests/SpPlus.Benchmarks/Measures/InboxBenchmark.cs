using System.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;
using SpPlus.Benchmarks.Data;
using SpPlus.Contracts.Accounts;
using SpPlus.Contracts.Experiences;
using SpPlus.Silo.Database;
using SpPlus.Silo.Desk;

namespace SpPlus.Benchmarks.Measures;

/// <summary>One page of the inbox with its counts, as the silo reads it: medians, for each scope and filter.</summary>
internal static class InboxBenchmark
{
    private const int Repeats = 21;

    private static readonly (string Name, InboxQuery Query)[] Questions =
    [
        ("to answer", new() { Waiting = true }),
        ("one status", new() { Status = ResponseStatus.ToValidate }),
        ("published", new() { Status = ResponseStatus.Published }),
        ("older than 7 days", new() { Waiting = true, Age = InboxAge.Over7Days }),
        ("less than 48 h", new() { Waiting = true, Age = InboxAge.Under48Hours }),
        ("a feeling", new() { Waiting = true, Feelings = [Feeling.Neutral] }),
        ("a channel", new() { Waiting = true, Channel = "video" }),
        ("a general tag", new() { Waiting = true, GeneralTag = "accessibility" }),
        ("a rare business tag", new() { Waiting = true, BusinessTag = "rare" }),
        ("assigned to me", new() { Waiting = true, AssignedToMe = true }),
        ("a common word", new() { Waiting = true, Text = InboxSeed.CommonWord }),
        ("a rare word", new() { Waiting = true, Text = InboxSeed.RareWord }),
        ("a reference", new() { Waiting = true, Text = "00001-0G9R1" }),
        ("all together", new() { Waiting = true, Age = InboxAge.Over72Hours, Channel = "phone", Feelings = [Feeling.Negative], GeneralTag = "relation", Text = InboxSeed.CommonWord }),
    ];

    public static async Task<int> Run()
    {
        Console.Error.WriteLine("Filling a read model…");
        await using var machine = await Machine.Start();
        await using var database = await machine.NewDatabase("inbox");
        await new DatabaseMigrator(database, NullLogger<DatabaseMigrator>.Instance).Migrate(CancellationToken.None);
        await InboxSeed.Fill(database);
        await using var unprepared = new UnpreparedDatabase(machine.ConnectionString("inbox"));
        var queries = new InboxQueries(unprepared);
        Console.WriteLine($"{"ms a page, median of " + Repeats,-24}{string.Concat(InboxSeed.Scopes.Select(s => $"{s.Name,28}"))}");
        foreach (var (name, query) in Questions)
        {
            Console.Write($"{name,-24}");
            foreach (var (_, structures) in InboxSeed.Scopes)
            {
                var scope = new InboxScope { Structures = structures, Subject = InboxSeed.Agent, Now = TimeProvider.System.GetUtcNow() };
                Console.Write($"{await Median(() => queries.Page(query, scope)),28:0.0}");
            }

            Console.WriteLine();
        }

        return 0;
    }

    private static async Task<double> Median(Func<Task> work)
    {
        for (var i = 0; i < 3; i++) await work();
        var times = new List<double>();
        for (var i = 0; i < Repeats; i++)
        {
            var clock = Stopwatch.GetTimestamp();
            await work();
            times.Add(Stopwatch.GetElapsedTime(clock).TotalMilliseconds);
        }

        times.Sort();
        return times[Repeats / 2];
    }
}
