using Npgsql;
using NpgsqlTypes;
using SpPlus.Contracts.Experiences;

namespace SpPlus.Benchmarks.Data;

/// <summary>Two thousand agents, each with one page open: half of them on the same experience, the others on a hundred, ten on each.</summary>
internal static class LiveSeed
{
    public const int Pages = 2_000;
    public const int Hot = Pages / 2;
    public const int Others = 100;

    public static readonly ExperienceId HotExperience = Seed.Id(0, 0);

    public static ExperienceId Experience(int page) => page < Hot ? HotExperience : Other(page);

    public static ExperienceId Other(int number) => Seed.Id(0, 1 + (number % Others));

    public static int PagesOn(ExperienceId experience) => experience == HotExperience ? Hot : (Pages - Hot) / Others;

    public static string Subject(int page) => $"live-{page}";

    public static string Name(int page) => $"Agent {page}";

    /// <summary>Before the silo starts: it reads the accounts then.</summary>
    public static async Task Accounts(NpgsqlDataSource database)
    {
        await using var command = database.CreateCommand(
            "insert into directory.accounts (subject, display_name, profile, structure) select 'live-' || n, 'Agent ' || n, 2, $1 from generate_series(0, $2 - 1) n");
        command.Parameters.Add(new() { Value = Seed.Network });
        command.Parameters.Add(new() { Value = Pages, NpgsqlDbType = NpgsqlDbType.Integer });
        await command.ExecuteNonQueryAsync();
    }
}
