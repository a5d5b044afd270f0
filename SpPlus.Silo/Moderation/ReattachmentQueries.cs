using Npgsql;
using NpgsqlTypes;
using SpPlus.Contracts.Structures;

namespace SpPlus.Silo.Moderation;

internal sealed class ReattachmentQueries(NpgsqlDataSource database, TimeProvider time)
{
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(365);

    private const string Sql = """
        select structure, successor, count(*)::int from read.reattachments
        where structure = any($1) and at > $2
        group by structure, successor having count(*) > 1
        order by count(*) desc, structure, successor limit 10
        """;

    /// <summary>Where experiences of these structures went in the last year, more than once; the most frequent first.</summary>
    public async Task<List<Reattachment>> From(IEnumerable<StructureId> structures)
    {
        await using var command = database.CreateCommand(Sql);
        command.Parameters.Add(new() { Value = structures.Select(s => s.Value).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text });
        command.Parameters.Add(new() { Value = time.GetUtcNow() - Remembered });
        await using var reader = await command.ExecuteReaderAsync();
        var found = new List<Reattachment>();
        while (await reader.ReadAsync()) found.Add(new(StructureId.Parse(reader.GetString(0)), StructureId.Parse(reader.GetString(1)), reader.GetInt32(2)));
        return found;
    }
}
