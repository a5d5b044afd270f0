using System.Globalization;
using Npgsql;

namespace SpPlus.Benchmarks.Measures;

/// <summary>What serves the open pages, and where to read what that costs.</summary>
internal sealed record LiveSubject(string Name, Uri Address, int Web, int? Silo, NpgsqlDataSource? Database)
{
    /// <summary>The web's connections to PostgreSQL carry it.</summary>
    public const string WebName = "web";

    public double WebCpu => CpuClock.Of(Web);

    public double SiloCpu => Silo is { } silo ? CpuClock.Of(silo) : 0;

    /// <summary>Resident megabytes: now, and the most there ever were.</summary>
    public (double Now, double Most) WebMemory => (Status("VmRSS:"), Status("VmHWM:"));

    /// <summary>Transactions of everybody in the database; and how many connections of the web have asked anything since then.</summary>
    public async Task<(long All, long ByWeb)> Asked(DateTimeOffset since)
    {
        if (Database is null) return default;
        await using var command = Database.CreateCommand(
            """
            select pg_stat_force_next_flush(), (select xact_commit + xact_rollback from pg_stat_database where datname = current_database()),
                   (select count(*) from pg_stat_activity where application_name = $1 and query_start > $2)
            """);
        command.Parameters.Add(new() { Value = WebName });
        command.Parameters.Add(new() { Value = since.UtcDateTime });
        await using var reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();
        return (reader.GetInt64(1), reader.GetInt64(2));
    }

    private double Status(string line) => double.Parse(
        File.ReadLines($"/proc/{Web}/status").First(l => l.StartsWith(line, StringComparison.Ordinal))[line.Length..].Replace("kB", "", StringComparison.Ordinal),
        CultureInfo.InvariantCulture) / 1024;
}
