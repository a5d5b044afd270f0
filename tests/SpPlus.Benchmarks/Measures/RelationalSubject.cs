using Npgsql;
using NpgsqlTypes;
using SpPlus.Benchmarks.Data;
using SpPlus.Contracts.Experiences;

namespace SpPlus.Benchmarks.Measures;

internal sealed class RelationalSubject(string name, Uri address, NpgsqlDataSource database, IReadOnlyList<int> processes)
    : Subject(name, address, database, processes)
{
    private static readonly string[] Structures = [.. Seed.Structures.Select(structure => structure.Value)];

    public override async Task Fill(int round)
    {
        await using var connection = await Database.OpenConnectionAsync();
        await using var copy = await connection.BeginBinaryImportAsync(
            "copy relational.experiences (id, status, title, story, pseudonym, structures, updated_at) from stdin (format binary)");
        foreach (var append in Seed.Experiences(round))
        {
            var state = Seed.State(append);
            await copy.StartRowAsync();
            await copy.WriteAsync(append.Experience.Value, NpgsqlDbType.Text);
            await copy.WriteAsync((short)state.Status!, NpgsqlDbType.Smallint);
            await copy.WriteAsync(state.Title!, NpgsqlDbType.Text);
            await copy.WriteAsync(state.Story!, NpgsqlDbType.Text);
            await copy.WriteAsync(state.Pseudonym!, NpgsqlDbType.Text);
            await copy.WriteAsync(Structures, NpgsqlDbType.Array | NpgsqlDbType.Text);
            await copy.WriteAsync(Seed.At, NpgsqlDbType.TimestampTz);
        }

        await copy.CompleteAsync();
    }

    public override Task<long> Stored(ExperienceId[] experiences) => Count(
        """
        select (select count(*) from relational.comments where experience = any($1))
            + (select count(*) from relational.responses where experience = any($1))
        """, experiences);
}
