using Npgsql;
using SpPlus.Benchmarks.Data;
using SpPlus.Contracts.Experiences;
using SpPlus.Silo.Import;

namespace SpPlus.Benchmarks.Measures;

/// <summary>The journal, and what is projected from it.</summary>
internal sealed class ProductSubject(string name, Uri address, NpgsqlDataSource database, IReadOnlyList<int> processes, bool projects = true)
    : Subject(name, address, database, processes)
{
    private readonly ImportTable table = new(database);

    public override async Task Fill(int round)
    {
        if (!await table.Append(Seed.Experiences(round), CancellationToken.None)) throw new InvalidOperationException("The round is there already.");
    }

    public override async Task Settle()
    {
        if (!projects) return;
        foreach (var projection in (string[])["read-model", "mail", "erasure"])
            while (await table.IsBehind(projection, CancellationToken.None)) await Task.Delay(5);
    }

    public override async Task<long> Stored(ExperienceId[] experiences)
    {
        var facts = await Count(
            $"select count(distinct operation_id) from journal.facts where experience = any($1) and sequence > {Seed.Facts}", experiences);
        if (projects && await Projected(experiences) is var projected && projected != await Projectable(experiences))
            throw new InvalidOperationException($"The read model of {Name} shows {projected} of the journal's publications.");
        return facts;
    }

    private Task<long> Projected(ExperienceId[] experiences) => Count(
        "select count(*) from read.standings where experience = any($1) and status = 4", experiences);

    private Task<long> Projectable(ExperienceId[] experiences) => Count(
        "select count(*) from journal.facts where experience = any($1) and kind = 'response-published'", experiences);
}
