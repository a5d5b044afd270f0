using Npgsql;
using NpgsqlTypes;
using SpPlus.Benchmarks.Baselines;
using SpPlus.Benchmarks.Data;
using SpPlus.Contracts.Experiences;

namespace SpPlus.Benchmarks.Measures;

internal sealed class PlainSubject(string name, Uri address, NpgsqlDataSource database, IReadOnlyList<int> processes)
    : Subject(name, address, database, processes)
{
    public override async Task Fill(int round)
    {
        await using var connection = await Database.OpenConnectionAsync();
        await using var copy = await connection.BeginBinaryImportAsync("copy plain.experiences (id, version, body) from stdin (format binary)");
        foreach (var append in Seed.Experiences(round))
        {
            await copy.StartRowAsync();
            await copy.WriteAsync(append.Experience.Value, NpgsqlDbType.Text);
            await copy.WriteAsync(0, NpgsqlDbType.Integer);
            await copy.WriteAsync(PlainExperiences.Document(Seed.State(append)), NpgsqlDbType.Json);
        }

        await copy.CompleteAsync();
    }

    public override Task<long> Stored(ExperienceId[] experiences) =>
        Count("select sum(version) from plain.experiences where id = any($1)", experiences);
}
