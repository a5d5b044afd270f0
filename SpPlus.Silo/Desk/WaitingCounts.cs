using System.Collections.Concurrent;
using Npgsql;
using NpgsqlTypes;
using SpPlus.Contracts.Structures;

namespace SpPlus.Silo.Desk;

/// <summary>
/// How many experiences wait for an answer, as every page of the connected space says: exact. A network's thousands of structures
/// are summed up once for each state of the read model, not for each page.
/// </summary>
internal sealed class WaitingCounts(NpgsqlDataSource database, UnpreparedDatabase unprepared)
{
    private const int Few = 64;

    private const string SumSql =
        "select coalesce(sum(to_do + draft + to_validate), 0)::int from read.standing_counts where structure = any($1)";

    private const string StateSql = "select transaction::text || '-' || position from journal.checkpoints where projection = 'read-model'";

    private readonly ConcurrentDictionary<StructureId, Sum> sums = [];

    public async Task<int> Below(StructureId root, StructureTree tree)
    {
        StructureId[] structures = [.. tree.Subtree(root)];
        if (structures.Length <= Few) return await Count(database, structures);
        // Read before the sum: a sum that is newer than its state is only made again too early.
        var state = await State();
        if (sums.TryGetValue(root, out var known) && known.State == state && known.Tree == tree) return known.Count;
        var count = await Count(unprepared.Source, structures);
        sums[root] = new(state, tree, count);
        return count;
    }

    private async Task<string?> State()
    {
        await using var command = database.CreateCommand(StateSql);
        return (string?)await command.ExecuteScalarAsync();
    }

    private static async Task<int> Count(NpgsqlDataSource source, StructureId[] structures)
    {
        await using var command = source.CreateCommand(SumSql);
        command.Parameters.Add(new() { Value = structures.Select(s => s.Value).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text });
        return (int)(await command.ExecuteScalarAsync())!;
    }

    private sealed record Sum(string? State, StructureTree Tree, int Count);
}
